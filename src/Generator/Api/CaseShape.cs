namespace Kiln.Generator.Api;

/// <summary>The kinds of JSON values that a union is told apart by.</summary>
internal enum JsonKind
{
    Text,
    Number,
    Boolean,
    List,
    Object,
}

/// <summary>One shape that a case of a union has in JSON. A case has several if it is itself a union, or may be anything.</summary>
/// <param name="Case">The case's place among the union's.</param>
/// <param name="Kind">The JSON's kind.</param>
/// <param name="Type">The schema's type, <c>integer</c>, with its format: <c>integer int32</c>.</param>
/// <param name="Values">The only values of a scalar, as they travel; <see langword="null"/> if it has others.</param>
/// <param name="Fields">What is known of an object.</param>
/// <param name="Pointers">Where the shape stands, and each reference on the way to it.</param>
/// <param name="Implied">The fields whose values the discriminators of the unions say that the case is made of.</param>
/// <param name="Items">Where the items of a list stand; <see langword="null"/> if the document does not say.</param>
internal sealed record CaseShape(
    int Case,
    JsonKind Kind,
    string Type,
    IReadOnlyList<string>? Values,
    CaseFields Fields,
    IReadOnlyList<string> Pointers,
    IReadOnlyList<ImpliedValues> Implied,
    string? Items);

/// <summary>The only values of a field.</summary>
internal sealed record ImpliedValues(string WireName, IReadOnlyList<string> Values);

/// <summary>The fields of an object, as far as they tell it from others.</summary>
internal sealed class CaseFields
{
    public static CaseFields None { get; } = new();

    /// <summary>Where each named field's schema stands.</summary>
    public Dictionary<string, string> Known { get; } = new(StringComparer.Ordinal);

    /// <summary>The names of the fields, in the order of the document.</summary>
    public List<string> Names { get; } = [];

    public HashSet<string> Required { get; } = new(StringComparer.Ordinal);

    /// <summary>The schemas with a discriminator that the object is made of, the nearest first.</summary>
    public List<string> Discriminated { get; } = [];
}
