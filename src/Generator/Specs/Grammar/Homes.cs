namespace Kiln.Generator.Specs.Grammar;

/// <summary>Where a document keeps its shared nodes.</summary>
internal static class Homes
{
    private static readonly (SpecKind Kind, string Name)[] Components =
    [
        (SpecKind.Schema, "schemas"),
        (SpecKind.Response, "responses"),
        (SpecKind.Parameter, "parameters"),
        (SpecKind.Example, "examples"),
        (SpecKind.RequestBody, "requestBodies"),
        (SpecKind.Header, "headers"),
        (SpecKind.Link, "links"),
        (SpecKind.Callback, "callbacks"),
    ];

    private static readonly (SpecKind Kind, string Name)[] OfSwagger =
    [
        (SpecKind.Schema, "definitions"),
        (SpecKind.Response, "responses"),
        (SpecKind.Parameter, "parameters"),
    ];

    /// <summary>The kinds that have a home, with the keys that lead to it. What has none is put where it is referred to.</summary>
    public static IEnumerable<(SpecKind Kind, string[] Keys)> Of(SpecVersion version) => version == SpecVersion.Swagger20
        ? OfSwagger.Select(h => (h.Kind, new[] { h.Name }))
        : Components.Select(h => (h.Kind, new[] { "components", h.Name }));
}
