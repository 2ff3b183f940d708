namespace Kiln.Generator.Specs.Grammar;

/// <summary>Where a document keeps its shared nodes.</summary>
internal static class ComponentSections
{
    private static readonly (OpenApiObjectKind Kind, string Name)[] OpenApiSections =
    [
        (OpenApiObjectKind.Schema, "schemas"),
        (OpenApiObjectKind.Response, "responses"),
        (OpenApiObjectKind.Parameter, "parameters"),
        (OpenApiObjectKind.Example, "examples"),
        (OpenApiObjectKind.RequestBody, "requestBodies"),
        (OpenApiObjectKind.Header, "headers"),
        (OpenApiObjectKind.Link, "links"),
        (OpenApiObjectKind.Callback, "callbacks"),
    ];

    private static readonly (OpenApiObjectKind Kind, string Name)[] SwaggerSections =
    [
        (OpenApiObjectKind.Schema, "definitions"),
        (OpenApiObjectKind.Response, "responses"),
        (OpenApiObjectKind.Parameter, "parameters"),
    ];

    /// <summary>The kinds that have a home, with the keys that lead to it. What has none is put where it is referred to.</summary>
    public static IEnumerable<(OpenApiObjectKind Kind, string[] Keys)> Of(SpecVersion version) => version == SpecVersion.Swagger20
        ? SwaggerSections.Select(s => (s.Kind, new[] { s.Name }))
        : OpenApiSections.Select(s => (s.Kind, new[] { "components", s.Name }));
}
