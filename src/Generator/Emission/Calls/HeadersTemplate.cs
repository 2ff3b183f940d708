using Kiln.Generator.Shapes.Files;
using Kiln.Generator.Text;

namespace Kiln.Generator.Emission;

/// <summary>Writes the headers of a response.</summary>
internal static class HeadersTemplate
{
    public static string Write(HeadersShape headers) => Source.Of($$"""
        {{Docs.Write(headers.Doc, $"{(headers.IsReceived ? "Headers of requests that the service sends" : "Response headers")}{(headers.Operation is { } operation ? $" of `{operation}`" : "")}. A header that is missing or cannot be parsed is null.")}}
        {{Docs.TypeAttributes(headers.Doc)}}
        public sealed partial class {{headers.Name}} : TypedHeaders
        {
            {{Source.Members(headers.Fields.Select(Header))}}
        }
        """);

    private static string Header(HeaderFieldShape header) =>
        $"{Docs.Write(header.Doc, $"`{header.WireName}`")}\npublic {header.Type} {header.Name} => All.{header.Method}({CSharpText.Literal(header.WireName)}, {header.Wire}{(header.IsExploded ? ", explode: true" : "")});";
}
