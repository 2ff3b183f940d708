using Kiln.Generator.Shapes.Files;
using Kiln.Generator.Text;

namespace Kiln.Generator.Emission;

/// <summary>Writes a query.</summary>
internal static class QueryTemplate
{
    public static string Write(QueryShape query) => Source.Of($$"""
        {{Docs.Write(query.Doc)}}
        {{Docs.TypeAttributes(query.Doc)}}
        public sealed partial class {{query.Name}}
        {
            {{Source.Members(query.Fields.Select(f => $"{Docs.WriteMember(f.Doc)}\npublic {f.Type} {f.Name} {{ get; set; }}"))}}
        }
        """);
}
