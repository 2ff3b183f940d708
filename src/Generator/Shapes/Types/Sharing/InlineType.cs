using Kiln.Generator.Api.Model;
using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types.Values;

namespace Kiln.Generator.Shapes.Types.Sharing;

/// <summary>One C# type for an inline object, enum or union, wherever the document has it.</summary>
/// <example>The values <c>open</c> and <c>closed</c> of every property and parameter <c>status</c>.</example>
internal sealed class InlineType : Owner
{
    private readonly List<InlineUse> uses = [];
    private readonly Dictionary<string, EquatableArray<ValueLimit>> limits = new(StringComparer.Ordinal);
    private Owner? parent;
    private string? name;
    private int depth = -1;

    /// <summary>A number that no other type has.</summary>
    public required int Id { get; init; }

    /// <summary>The number of its schema, which is above those of all schemas in it.</summary>
    public required int Number { get; init; }

    /// <summary>The schema, as it is in the first of its places by their pointers: others may have its values and properties in another order.</summary>
    public required Schema Schema { get; set; }

    /// <summary>The name that the document chooses, as a type begins; <see langword="null"/> for none.</summary>
    public string? Chosen { get; init; }

    /// <summary>Its title as the name of a type, of several the first by the alphabet; <see langword="null"/> for none.</summary>
    public string? Title { get; private set; }

    /// <summary>Where the document declares it, once for each place.</summary>
    public IReadOnlyList<InlineUse> Uses => uses;

    /// <summary>Its name, once it has one.</summary>
    public TypeName? TypeName { get; set; }

    /// <summary>The type, once what is in it is being planned.</summary>
    public CSharpType? Planned { get; set; }

    /// <summary>The first of its places by their pointers, which do not depend on the order of paths, schemas and properties.</summary>
    public string FirstPointer { get; private set; } = "";

    /// <summary>What all uses are called, without what distinguishes an item from its array if one is no item; <see langword="null"/> if they are called differently, or not at all.</summary>
    public UseLabel? Called => uses.All(u => u.Label.IsCalled && u.Label.Word == uses[0].Label.Word) ? uses.Select(u => u.Label).OrderBy(l => l.Suffix.Length).ThenBy(l => l.Suffix, StringComparer.Ordinal).First() : null;

    /// <summary>The innermost owner that all uses have in common.</summary>
    public override Owner Parent => parent ??= uses.Select(u => u.Owner).Aggregate(Common);

    // Kept, as what it contains asks for it once for each of its own uses.
    public override string Name => TypeName?.Name ?? (name ??= Context);

    /// <summary>The shortest of the names that its places would give it.</summary>
    public string Context => First(uses.Select(u => u.Context));

    public override int Depth => depth >= 0 ? depth : depth = DepthBelow(Parent);

    /// <summary>Adds a title of one of its schemas. Those of a union may be called differently, or not at all.</summary>
    public void AddTitle(string? title)
    {
        if (title is not null && (Title is null || string.CompareOrdinal(title, Title) < 0))
            Title = title;
    }

    /// <summary>Adds a use.</summary>
    /// <param name="use">The use.</param>
    /// <param name="schema">The schema there.</param>
    public void Add(InlineUse use, Schema schema)
    {
        if (uses.Count == 0 || string.CompareOrdinal(use.Pointer, FirstPointer) < 0)
            (FirstPointer, Schema) = (use.Pointer ?? "", schema);
        uses.Add(use);
        foreach (var property in (schema as ObjectSchema)?.Properties ?? [])
            limits[property.WireName] = limits.TryGetValue(property.WireName, out var known) ? known.Where(property.Limits.Contains).ToEquatableArray() : property.Limits;
    }

    /// <summary>Its object, whose properties have the limits that they have in all places: these are no part of what makes two schemas equal.</summary>
    /// <param name="schema">The schema of the type.</param>
    public ObjectSchema WithCommonLimits(ObjectSchema schema) => schema.Properties.All(HasCommonLimits)
        ? schema
        : schema with { Properties = schema.Properties.Select(p => HasCommonLimits(p) ? p : p with { Limits = limits[p.WireName] }).ToEquatableArray() };

    private bool HasCommonLimits(Property property) => !limits.TryGetValue(property.WireName, out var common) || common.Count == property.Limits.Count;

    // The shortest, and of these the first by the alphabet.
    private static string First(IEnumerable<string> texts) =>
        texts.Aggregate((one, other) => one.Length < other.Length || one.Length == other.Length && string.CompareOrdinal(one, other) <= 0 ? one : other);
}
