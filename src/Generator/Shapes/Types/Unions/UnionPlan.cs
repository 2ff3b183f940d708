using Kiln.Generator.Api.Model;
using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types.Values;

namespace Kiln.Generator.Shapes.Types.Unions;

/// <summary>A class to be emitted for a union.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What the document says of it.</param>
/// <param name="Deprecation">Why the document advises against it; <see langword="null"/> if it does not.</param>
/// <param name="Cases">The C# types of the cases, no two alike; JSON is not among them, for a union holds that anyway.</param>
/// <param name="Rule">How they are distinguished; its places are those of the document's cases.</param>
/// <param name="Places">For each of the document's cases its place in <paramref name="Cases"/>; -1 for JSON.</param>
internal sealed record UnionPlan(
    TypeName Name,
    string? Description,
    string? Deprecation,
    IReadOnlyList<CSharpType> Cases,
    UnionRule Rule,
    IReadOnlyList<int> Places)
{
    /// <summary>The field that the document calls its discriminator; <see langword="null"/> if there is none.</summary>
    public string? Discriminator { get; init; }

    /// <summary>For each of <see cref="Cases"/> the fields that an object gets when it is put into the union.</summary>
    public IReadOnlyList<EquatableArray<PropertyValue>> Identities { get; init; } = [];

    /// <summary>Plans a union whose name is made already.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What the document says of it.</param>
    /// <param name="deprecation">Why the document advises against it; <see langword="null"/> if it does not.</param>
    /// <param name="schema">What the document says it is.</param>
    /// <param name="plan">Gives a case its type; the text is what a class for it is called if it has no name of its own.</param>
    public static UnionPlan Of(TypeName name, string? description, string? deprecation, UnionSchema schema, Func<Schema, string, CSharpType> plan)
    {
        var cases = new List<CSharpType>();
        var places = schema.Cases.Items.Select(c => Add(plan(c.Schema, WordOf(c) is { Length: > 0 } word ? ContextualNames.Member(name.Name, word) : name.Name), cases)).ToList();
        return new(name, description, deprecation, cases, schema.Rule, places)
        {
            Discriminator = schema.Discriminator,
            Identities = [.. cases.Select((type, i) => type is ModelType or UnionType ? schema.Cases[places.IndexOf(i)].Identity : [])],
        };
    }

    // Cases of one C# type are one case, which reads the forms of all.
    private static int Add(CSharpType type, List<CSharpType> cases)
    {
        if (IsJson(type))
            return -1;
        for (var i = 0; i < cases.Count; i++)
        {
            if (SpelledTypes.Merge(cases[i], type) is not { } merged)
                continue;
            cases[i] = merged;
            return i;
        }
        cases.Add(type);
        return cases.Count - 1;
    }

    /// <summary>Whether each case has a text of its own for URLs and headers.</summary>
    public bool IsText => Cases.All(c => c is PrimitiveType or EnumType);

    private static bool IsJson(CSharpType type) => type is PrimitiveType { Primitive: var primitive } && primitive == Primitives.Json;

    /// <summary>A word for a case whose schema has no name; empty where the name of the union says enough.</summary>
    public static string WordOf(UnionCase @case) => (@case.Name, @case.Schema) switch
    {
        ({ } name, _) => WantedName.OfType(name).Plain,
        (_, ObjectSchema) => "Object",
        (_, EnumSchema { UnderlyingType.Type: "string" }) => "Text",
        (_, EnumSchema { UnderlyingType.Type: "integer" or "number" }) => "Number",
        (_, ArraySchema or DictionarySchema) => "",
        _ => "Value",
    };
}
