using Kiln.Generator.Shapes.Files;
using Kiln.Generator.Text;

namespace Kiln.Generator.Emission;

/// <summary>Writes the headers of a response.</summary>
internal static class HeadersTemplate
{
    public static string Write(HeadersShape headers) => Source.Of($$"""
        {{Docs.Write(headers.Doc, $"Response headers of `{headers.Operation}`. A header that is missing or cannot be parsed is null.")}}
        /// <param name="headers">All headers of the response.</param>
        {{Docs.TypeAttributes(headers.Doc)}}
        public sealed partial class {{headers.Name}}(ResponseHeaders headers)
        {
            {{Source.Members(headers.Fields.Select(Header))}}

            /// <summary>Gets all headers of the response, including those that the document does not define.</summary>
            public ResponseHeaders All => headers;
        }
        """);

    private static string Header(HeaderFieldShape header) =>
        $"{Docs.Write(header.Doc, $"Gets the header `{header.WireName}`.")}\npublic {header.Type} {header.Name} => headers.Get({CSharpText.Literal(header.WireName)}, {header.Wire});";
}
