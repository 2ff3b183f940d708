using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Normalization.Swagger;

/// <summary>
/// Writes a document of OpenAPI 2.0 as OpenAPI 3.0 does, so that the rest of Kiln knows one form. Runs after all other steps, when each value has
/// the form that its key wants.
/// </summary>
internal static class SwaggerDocuments
{
    private static readonly HashSet<string> Moved = new(StringComparer.Ordinal)
    {
        "swagger", "host", "basePath", "schemes", "consumes", "produces", "definitions", "parameters", "responses", "securityDefinitions", "components", "paths",
    };

    public static SpecMap Apply(SpecMap root)
    {
        if (root.Entry("swagger") is not { } version || root["openapi"] is not null)
            return root;

        var renamed = SwaggerReferences.Apply(root);
        var bodies = new SwaggerBodies(renamed);
        var paths = renamed.Entry("paths");
        return new(root.Span,
        [
            new("openapi", version.KeySpan, SpecNodes.Text(version.Value.Span, "3.0.4")),
            .. renamed.Entries.Where(e => !Moved.Contains(e.Key)),
            .. Servers(renamed, version.KeySpan),
            .. paths is null ? [] : new[] { paths.With(new SwaggerOperations(renamed, bodies).Paths(paths.Value)) },
            new("components", version.KeySpan, Components(renamed, bodies)),
        ]);
    }

    private static IEnumerable<SpecEntry> Servers(SpecMap root, SpecSpan span)
    {
        var basePath = root["basePath"].AsText() ?? "";
        if (basePath == "/")
            basePath = "";
        if (root["host"].AsText() is { Length: > 0 } host)
        {
            // The safest of the schemes that are offered; without any, it is the one by which the document came, which nobody knows.
            var schemes = root["schemes"].Texts();
            var scheme = schemes.Count == 0 || schemes.Contains("https") ? "https" : schemes[0];
            basePath = $"{scheme}://{host}{basePath}";
        }
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
            // A shared field of a form goes into each form that refers to it.
            components = components
                .With("parameters", Where(parameters, p => p["in"].AsText() is not ("body" or "formData"), SwaggerParameters.Convert))
                .With("requestBodies", Where(parameters, p => p["in"].AsText() is "body", p => bodies.OfParameter(p, bodies.Consumed(null))));
        }
        if (root["responses"] is SpecMap responses)
            components = components.With("responses", Where(responses, _ => true, r => bodies.OfResponse(r, bodies.Produced(null))));
        if (root["securityDefinitions"] is SpecMap schemes)
            components = components.With("securitySchemes", Where(schemes, _ => true, SwaggerSecurity.Convert));
        return components.Without(e => e.Value is SpecMap { Entries.Count: 0 });
    }

    private static SpecMap Where(SpecMap map, Func<SpecMap, bool> isWanted, Func<SpecMap, SpecNode> convert) =>
        map.WithValues(e => e.Value is SpecMap value && isWanted(value) ? convert(value) : null);
}
