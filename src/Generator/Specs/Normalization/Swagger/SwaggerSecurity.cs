using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Normalization.Swagger;

/// <summary>Converts security schemes, of which 3.0 renamed a type and two flows.</summary>
internal static class SwaggerSecurity
{
    private static readonly string[] FlowKeys = ["authorizationUrl", "tokenUrl", "scopes"];

    public static SpecMap Convert(SpecMap scheme) => scheme["type"].AsText() switch
    {
        "basic" => scheme.With("type", SpecNodes.Text(scheme.Span, "http")).With("scheme", SpecNodes.Text(scheme.Span, "basic")),
        "oauth2" when scheme["flow"].AsText() is { } flow => scheme
            .Without(e => e.Key == "flow" || FlowKeys.Contains(e.Key))
            .With("flows", SpecNodes.EmptyMap(scheme.Span).With(FlowName(flow), new SpecMap(scheme.Span, scheme.Entries.Where(e => FlowKeys.Contains(e.Key)).ToArray()))),
        _ => scheme,
    };

    private static string FlowName(string flow) => flow switch
    {
        "application" => "clientCredentials",
        "accessCode" => "authorizationCode",
        _ => flow,
    };
}
