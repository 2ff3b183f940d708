namespace Kiln.Generator.Tests.Wrappers;

/// <summary>One way to write a schema <c>X</c>.</summary>
/// <param name="Schema">The schema with <c>X</c> in it.</param>
/// <param name="AllowsNull">Whether it adds null.</param>
/// <param name="IsInline">Whether <c>X</c> stands there itself, and not a reference to it.</param>
internal sealed record GridVariant(string Schema, bool AllowsNull, bool IsInline)
{
    private static readonly (string Schema, bool AllowsNull)[] Wrappers =
    [
        ("{anyOf: [X, {type: 'null'}]}", true),
        ("{oneOf: [X]}", false),
        ("{anyOf: [X]}", false),
        ("{allOf: [X]}", false),
        ("{allOf: [X], nullable: true, description: Words.}", true),
        ("{allOf: [{description: Words.}, X]}", false),
        ("{oneOf: [{enum: [null], nullable: true}, X], description: Words.}", true),
        ("{anyOf: [X, {nullable: true}]}", true),
        ("{oneOf: [{allOf: [{anyOf: [X, {const: null}]}]}]}", true),
    ];

    /// <summary>The reference alone, to which all others are compared.</summary>
    public static GridVariant Plain { get; } = new("X", AllowsNull: false, IsInline: false);

    /// <summary>The variants of a type; the short form of the tests has a few of those that are inline.</summary>
    public static IReadOnlyList<GridVariant> Of(GridType type) =>
    [
        Plain,
        .. Wrappers.Select(w => new GridVariant(w.Schema, w.AllowsNull, IsInline: false)),
        // A reference with siblings.
        new("{description: Words., REFERENCE}", AllowsNull: false, IsInline: false),
        .. type.HasClass ? [] : TestForm.Spread<GridVariant>([new("X", false, IsInline: true), .. Wrappers.Select(w => new GridVariant(w.Schema, w.AllowsNull, IsInline: true))], sample: 3),
    ];

    /// <summary>The variant of a type that is a component of some name.</summary>
    public string Write(GridType type, string component)
    {
        var reference = $"$ref: '#/components/schemas/{component}'";
        return Schema
            .Replace("REFERENCE", reference, StringComparison.Ordinal)
            .Replace("X", IsInline ? type.Schema.Replace("SELF", component, StringComparison.Ordinal) : $"{{{reference}}}", StringComparison.Ordinal);
    }
}
