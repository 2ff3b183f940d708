using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Normalization.Swagger;

/// <summary>
/// Converts a document of OpenAPI 2.0 to OpenAPI 3.0, so that all later steps and stages know one form. Expects values and schemas to be
/// normalized. What the conversion cannot interpret, such as a parameter without a name, stays for the later steps to report.
/// </summary>
internal static class SwaggerConverter
{
    private static readonly HashSet<string> ConvertedKeys = new(StringComparer.Ordinal)
    {
        "swagger", "host", "basePath", "schemes", "consumes", "produces", "definitions", "parameters", "responses", "securityDefinitions", "components", "paths",
    };

    /// <summary>The document as OpenAPI 3.0; nodes that do not change keep their positions.</summary>
    public static SpecMap Convert(SpecMap root)
    {
        var version = root.Entry("swagger")!;
        var document = SwaggerReferences.Convert(root);
        var bodies = new SwaggerBodies(document);
        var paths = document.Entry("paths");
        return new(root.Span,
        [
            new("openapi", version.KeySpan, SpecNodes.Text(version.Value.Span, "3.0.4")),
            .. document.Entries.Where(e => !ConvertedKeys.Contains(e.Key)),
            .. Servers(document, version.KeySpan),
            .. paths is null ? [] : new[] { paths.With(new SwaggerOperations(document, bodies).Convert(paths.Value)) },
            new("components", version.KeySpan, Components(document, bodies)),
        ]);
    }

    private static IEnumerable<SpecEntry> Servers(SpecMap root, SpecSpan span)
    {
        var basePath = root["basePath"].AsText() ?? "";
        if (basePath == "/")
            basePath = "";
        if (root["host"].AsText() is { Length: > 0 } host)
            basePath = $"{SwaggerServers.SchemeOf(root)}://{host}{basePath}";
        if (basePath.Length > 0 && root["servers"] is null)
            yield return new("servers", span, new SpecList(span, [SpecNodes.EmptyMap(span).With("url", SpecNodes.Text(span, basePath))]));
    }

    private static SpecMap Components(SpecMap root, SwaggerBodies bodies)
    {
        var components = root["components"] as SpecMap ?? SpecNodes.EmptyMap(root.Span);
        if (root["definitions"] is SpecMap schemas)
            components = components.With("schemas", schemas);
        if (root["parameters"] is SpecMap parameters)
        {
            // A shared form field becomes part of each form that refers to it.
            components = components
                .With("parameters", ConvertWhere(parameters, p => !SwaggerParameters.IsBody(p) && !SwaggerParameters.IsFormField(p), SwaggerParameters.Convert))
                .With("requestBodies", ConvertWhere(parameters, SwaggerParameters.IsBody, p => bodies.ConvertBody(p, bodies.Consumed(null))));
        }
        if (root["responses"] is SpecMap responses)
            components = components.With("responses", ConvertWhere(responses, _ => true, r => bodies.ConvertResponse(r, bodies.Produced(null))));
        if (root["securityDefinitions"] is SpecMap schemes)
            components = components.With("securitySchemes", ConvertWhere(schemes, _ => true, SwaggerSecurity.Convert));
        return components.Without(e => e.Value is SpecMap { Entries.Count: 0 });
    }

    private static SpecMap ConvertWhere(SpecMap map, Func<SpecMap, bool> isIncluded, Func<SpecMap, SpecMap> convert) =>
        map.WithValues(e => e.Value is SpecMap value && isIncluded(value) ? convert(value) : null);
}
