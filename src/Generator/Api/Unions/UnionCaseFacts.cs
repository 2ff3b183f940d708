using Kiln.Generator.Api.Nodes;

namespace Kiln.Generator.Api.Unions;

/// <summary>The kinds of JSON values by which a union's cases can be distinguished.</summary>
internal enum JsonKind
{
    String,
    Number,
    Boolean,
    Array,
    Object,
}

/// <summary>What is known of one form that a case of a union has in JSON. A case has several forms if it is itself a union, or may be anything.</summary>
/// <param name="Case">The index of the case.</param>
/// <param name="Kind">The JSON's kind.</param>
/// <param name="Type">The schema's type, <c>integer</c>, with its format: <c>integer int32</c>; empty if it may be anything.</param>
/// <param name="Values">The only values of a scalar, as they are sent; <see langword="null"/> if it has others.</param>
/// <param name="Object">What is known of an object.</param>
/// <param name="Path">The schema, and each schema and reference on the way to it.</param>
/// <param name="Implied">The properties whose values follow from the discriminators of the unions that the case consists of.</param>
/// <param name="Items">The schema of an array's items, of a tuple's first element; <see langword="null"/> if the document does not say.</param>
/// <param name="IsTuple">Whether it is an array of fixed length, which is never empty.</param>
internal sealed record UnionCaseFacts(
    int Case,
    JsonKind Kind,
    string Type,
    IReadOnlyList<string>? Values,
    ObjectFacts Object,
    IReadOnlyList<SchemaNode> Path,
    IReadOnlyList<ImpliedValues> Implied,
    SchemaNode? Items,
    bool IsTuple = false);

/// <summary>The only values of a property.</summary>
internal sealed record ImpliedValues(string WireName, IReadOnlyList<string> Values);

/// <summary>The properties of an object, as far as they distinguish it from others.</summary>
internal sealed class ObjectFacts
{
    public static ObjectFacts None { get; } = new();

    /// <summary>The schema of each declared property.</summary>
    public Dictionary<string, SchemaNode> Properties { get; } = new(StringComparer.Ordinal);

    /// <summary>The names of the properties, in the order of the document.</summary>
    public List<string> Names { get; } = [];

    public HashSet<string> Required { get; } = new(StringComparer.Ordinal);

    /// <summary>The schemas with a discriminator that the object consists of, the nearest first.</summary>
    public List<SchemaNode> Discriminated { get; } = [];
}
