namespace Kiln.Generator.Specs.Grammar;

/// <summary>The sections of a document that hold reusable components.</summary>
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

    /// <summary>The kinds that have a section, with the pointer tokens of the section. Objects of other kinds are inlined where they are referred to.</summary>
    public static IEnumerable<(OpenApiObjectKind Kind, string[] Keys)> Of(SpecVersion version) => version == SpecVersion.Swagger20
        ? SwaggerSections.Select(s => (s.Kind, new[] { s.Name }))
        : OpenApiSections.Select(s => (s.Kind, new[] { "components", s.Name }));
}
