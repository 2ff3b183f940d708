using Kiln.Generator.Shapes.Files;
using Kiln.Generator.Text;

namespace Kiln.Generator.Emission;

/// <summary>Writes a query.</summary>
internal static class QueryTemplate
{
    public static string Write(QueryShape query) => Source.Of($$"""
        {{Docs.Write(query.Doc, $"{Kinds(query)} of `{query.Operation}`. Null values are not sent.")}}
        {{Docs.TypeAttributes(query.Doc)}}
        public sealed partial class {{query.Name}}
        {
            {{Source.Members(query.Fields.Select(Field))}}
        }
        """);

    private static string Kinds(QueryShape query) => (query.Fields.Items.Any(f => !f.IsHeader), query.Fields.Items.Any(f => f.IsHeader)) switch
    {
        (true, true) => "Query parameters and headers",
        (false, true) => "Request headers",
        _ => "Query parameters",
    };

    private static string Field(QueryFieldShape field)
    {
        var summary = $"Gets or sets the {(field.IsHeader ? "header" : "query parameter")} `{field.WireName}`.";
        var remarks = field.IsHeader && field.Doc.Summary is not null ? $"Sent as the header `{field.WireName}`." : null;
        return $"{Docs.WriteMember(field.Doc, summary, remarks)}\npublic {field.Type} {field.Name} {{ get; set; }}";
    }
}
