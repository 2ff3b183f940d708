using Kiln.Generator.Api.Model;
using Kiln.Generator.Collections;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api.Annotations;

/// <summary>Reads the keywords that restrict values.</summary>
internal static class ValueLimits
{
    // A longer pattern is for programs, and would hide the rest of a comment.
    private const int MaxPatternLength = 80;

    private static readonly (string Keyword, string Label)[] Keywords =
    [
        ("minimum", "Minimum"), ("exclusiveMinimum", "Greater than"), ("maximum", "Maximum"), ("exclusiveMaximum", "Less than"), ("multipleOf", "Multiple of"),
        ("minLength", "Minimum length"), ("maxLength", "Maximum length"), ("pattern", "Pattern"),
        ("minItems", "Minimum number of items"), ("maxItems", "Maximum number of items"),
    ];

    /// <summary>Those of a property or parameter.</summary>
    public static EquatableArray<ValueLimit> Of(SchemaAnnotations annotations) => Keywords
        .Select(k => (k.Label, Value: Read(annotations, k.Keyword)))
        .Where(l => l.Value is not null)
        .Select(l => new ValueLimit(l.Label, l.Value!))
        .ToEquatableArray();

    private static string? Read(SchemaAnnotations annotations, string keyword) => (keyword, annotations[keyword]) switch
    {
        ("pattern", SpecScalar { Kind: ScalarKind.String, Text: { Length: > 0 and <= MaxPatternLength } pattern }) => pattern,
        ("minimum" or "maximum", SpecScalar { Kind: ScalarKind.Number }) when IsExclusive(annotations, keyword) => null,
        // In OpenAPI 3.0 it is a boolean beside the limit.
        ("exclusiveMinimum" or "exclusiveMaximum", SpecScalar { Kind: ScalarKind.Boolean, Text: "true" }) => Number(annotations[keyword == "exclusiveMinimum" ? "minimum" : "maximum"]),
        ("minLength" or "minItems", SpecScalar { Text: "0" }) => null,
        ("pattern", _) => null,
        var (_, value) => Number(value),
    };

    private static bool IsExclusive(SchemaAnnotations annotations, string keyword) =>
        annotations[keyword == "minimum" ? "exclusiveMinimum" : "exclusiveMaximum"] is SpecScalar { Kind: ScalarKind.Boolean, Text: "true" };

    private static string? Number(SpecNode? value) => value is SpecScalar { Kind: ScalarKind.Number, Text: var text } ? text : null;
}
