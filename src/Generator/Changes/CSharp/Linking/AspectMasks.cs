using Kiln.Generator.Changes.Comparison;

namespace Kiln.Generator.Changes.CSharp.Linking;

/// <summary>What of a member a difference between documents can change.</summary>
internal static class AspectMasks
{
    private const SurfaceAspect All = (SurfaceAspect)~0;

    // [Obsolete] has one cause only; the rest can follow from many differences.
    private const SurfaceAspect Usual = All & ~SurfaceAspect.Obsolete;

    private const SurfaceAspect Value = SurfaceAspect.Type | SurfaceAspect.Nullability | SurfaceAspect.Required | SurfaceAspect.Setter | SurfaceAspect.Parameters
        | SurfaceAspect.Defaults | SurfaceAspect.Code | SurfaceAspect.Bases | SurfaceAspect.Existence;

    private const SurfaceAspect Argument = SurfaceAspect.Parameters | SurfaceAspect.ParameterNames | SurfaceAspect.Defaults | SurfaceAspect.Nullability | SurfaceAspect.Required
        | SurfaceAspect.Existence | SurfaceAspect.Name | SurfaceAspect.Code;

    // What appears in doc comments only, or nowhere.
    private static readonly HashSet<string> OfDocs = new(StringComparer.Ordinal)
    {
        "max", "min", "exclusive-max", "exclusive-min", "max-length", "min-length", "max-items", "min-items", "max-contains", "min-contains", "max-properties", "min-properties",
        "multiple-of", "unique-items", "contains", "not", "if", "then", "else", "dependent-required", "dependent-schema", "property-names", "content-schema", "content-media-type",
        "title", "description", "example", "examples", "summary", "external-docs", "info-title", "info-version", "info-major-version", "sunset", "stability", "rate-limit",
        "x-extensible-enum-value", "server-variable-value", "tag",
    };

    private static readonly Dictionary<string, SurfaceAspect> Masks = new(StringComparer.Ordinal)
    {
        [Aspects.Deprecated] = SurfaceAspect.Obsolete,
        [Aspects.OperationId] = SurfaceAspect.Name | SurfaceAspect.Existence,
        [Aspects.Parameter] = Argument,
        [Aspects.Security] = SurfaceAspect.Code,
        [Aspects.SecurityScope] = SurfaceAspect.Code,
        [Aspects.Required] = Value,
        ["nullable"] = Value,
        ["pattern"] = SurfaceAspect.Type | SurfaceAspect.Parameters,
        ["read-only"] = Value,
        ["write-only"] = Value,
    };

    /// <summary>What can have changed; nothing for a difference that no code depends on.</summary>
    public static SurfaceAspect Of(Difference difference) =>
        OfDocs.Contains(difference.Aspect) ? SurfaceAspect.None : Masks.TryGetValue(difference.Aspect, out var mask) ? mask : Usual;
}
