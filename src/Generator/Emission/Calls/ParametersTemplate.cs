using Kiln.Generator.Shapes.Files;
using Kiln.Generator.Text;

namespace Kiln.Generator.Emission;

/// <summary>Writes a class of parameters: of a query, or of headers and cookies.</summary>
internal static class ParametersTemplate
{
    public static string Write(ParametersShape parameters) => Source.Of($$"""
        {{Docs.Write(parameters.Doc, $"{Kinds(parameters)} of `{parameters.Operation}`. Null values are not sent.")}}
        {{Docs.TypeAttributes(parameters.Doc)}}
        public sealed partial class {{parameters.Name}} : {{(parameters.AreHeaders ? "IHeaderParameters" : "IQueryParameters")}}
        {
            {{Source.Members(parameters.Fields.Select(Field))}}

            {{(parameters.AreHeaders ? "void IHeaderParameters.AddTo(RequestInformation request)" : "void IQueryParameters.AppendTo(UrlBuilder url)")}}
            {
                {{Source.Lines(parameters.Fields.Select(f => $"{(parameters.AreHeaders ? "request" : "url")}.{SentTemplate.Optional(f.Sent, f.Name)};"))}}
            }
        }
        """);

    private static string Kinds(ParametersShape parameters) =>
        (parameters.Fields.Items.Any(f => f.Sent.Place == SentPlace.Header), parameters.Fields.Items.Any(f => f.Sent.Place == SentPlace.Cookie)) switch
        {
            (true, true) => "Request headers and cookies",
            (true, false) => "Request headers",
            (false, true) => "Cookies",
            _ => "Query parameters",
        };

    private static string Field(ParameterFieldShape field)
    {
        var place = field.Sent.Place switch
        {
            SentPlace.Header => "header",
            SentPlace.Cookie => "cookie",
            _ => null,
        };
        var summary = place is null ? $"`{field.Sent.WireName}`" : $"The {place} `{field.Sent.WireName}`.";
        var remarks = place is not null && field.Doc.Summary is not null ? $"Sent as the {place} `{field.Sent.WireName}`." : null;
        return $"{Docs.WriteMember(field.Doc, summary, remarks)}\npublic {field.Type} {field.Name} {{ get; set; }}";
    }
}
