using Kiln.Generator.Shapes.Files;
using Kiln.Generator.Text;

namespace Kiln.Generator.Emission;

/// <summary>Writes the headers of an answer.</summary>
internal static class HeadersTemplate
{
    public static string Write(HeadersShape headers) => Source.Of($$"""
        {{Docs.Write(headers.Doc)}}
        /// <param name="headers">All headers of the answer.</param>
        {{Docs.TypeAttributes(headers.Doc)}}
        public sealed partial class {{headers.Name}}(ResponseHeaders headers)
        {
            {{Source.Members(headers.Fields.Select(Header))}}

            /// <summary>All headers of the answer, those that the document does not name included.</summary>
            public ResponseHeaders All => headers;
        }
        """);

    private static string Header(HeaderFieldShape header) =>
        $"{Docs.Write(header.Doc)}\npublic {header.Type} {header.Name} => headers.Get({CSharpText.Literal(header.WireName)}, {header.Wire});";
}
