using Kiln.Generator.Api.Model;
using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Types.Values;

namespace Kiln.Generator.Shapes.Files;

/// <summary>What the document says of something, not yet escaped.</summary>
/// <param name="Summary">What it is; <see langword="null"/> where the document does not say, so that emission has a sentence of its own.</param>
/// <param name="Remarks">What else there is to know.</param>
/// <param name="Deprecation">Why the document advises against it; <see langword="null"/> if it does not.</param>
/// <param name="Default">The JSON of the value that the service takes where none is sent; <see langword="null"/> for none.</param>
/// <param name="Constant">The only value that the document allows, as C# writes it; <see langword="null"/> if there are others.</param>
/// <example><c>("How many items a page has.", null, null, "20")</c></example>
internal sealed record DocShape(string? Summary, string? Remarks = null, string? Deprecation = null, string? Default = null, string? Constant = null)
{
    /// <summary>What restricts the values: <c>("Maximum", "100")</c>.</summary>
    public EquatableArray<(string Label, string Value)> Limits { get; init; } = [];

    /// <summary>The limits as a comment has them.</summary>
    public static EquatableArray<(string Label, string Value)> LimitsOf(EquatableArray<ValueLimit> limits) => limits.Select(l => (l.Label, l.Value)).ToEquatableArray();

    /// <summary>The same for a value of a C# type: the pattern of a text says nothing of what is no text in C#, such as a number.</summary>
    public static EquatableArray<(string Label, string Value)> LimitsOf(EquatableArray<ValueLimit> limits, CSharpType? type) =>
        type is PrimitiveType { Primitive.CSharp: not "string" } or null
            ? LimitsOf(limits.Where(l => l.Label is not ("Pattern" or "Minimum length" or "Maximum length")).ToEquatableArray())
            : LimitsOf(limits);
}
