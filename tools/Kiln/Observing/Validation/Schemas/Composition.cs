using System.Text.Json;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Tool.Observing.Validation.Schemas;

/// <summary>The schemas that are about one value: a schema, all of its <c>allOf</c>, and of a union the alternatives that the value is.</summary>
internal sealed class Composition
{
    private readonly List<SchemaFacts> parts = [];

    private Composition()
    {
    }

    /// <summary>The schemas, the outermost first; each once.</summary>
    public IReadOnlyList<SchemaFacts> Parts => parts;

    /// <summary>Whether the value is none of a union's alternatives, so that nothing is known of its properties.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>The schemas about a value.</summary>
    public static Composition Of(SchemaNode schema, JsonElement value, ValidationRun run, IContradictions sink, BodyPath path)
    {
        var composition = new Composition();
        composition.Add(run.Facts.Of(schema), value, run, sink, path);
        return composition;
    }

    private void Add(SchemaFacts facts, JsonElement value, ValidationRun run, IContradictions sink, BodyPath path)
    {
        // A type with a discriminator leads to one that leads back to it by allOf.
        if (parts.Contains(facts) || parts.Count >= ValidationRun.MostParts)
            return;
        parts.Add(facts);
        if (!facts.IsComposed)
            return;

        var schema = facts.Schema;
        foreach (var part in schema.AllOf)
            Add(run.Facts.Of(part), value, run, sink, path);
        if (AddDiscriminated(schema, value, run, sink, path))
            return;
        AddAlternatives(schema, schema.OneOf, isAny: false, value, run, sink, path);
        AddAlternatives(schema, schema.AnyOf, isAny: true, value, run, sink, path);
    }

    /// <summary>Adds the schema that the discriminator says; false if it says none, so that the value has to be looked at.</summary>
    private bool AddDiscriminated(SchemaNode schema, JsonElement value, ValidationRun run, IContradictions sink, BodyPath path)
    {
        if ((schema["discriminator"] as SpecMap)?["propertyName"].AsText() is not { } name || value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(name, out var tag))
            return false;
        if (Traffic.JsonFields.Text(tag) is not { } text)
            return false;
        if (run.Facts.Discriminated(schema, text) is { } target)
        {
            Add(run.Facts.Of(target), value, run, sink, path);
            return true;
        }
        path.PushProperty(name);
        sink.Add(ContradictionKind.DiscriminatorValue, schema.Pointer, text, path, value);
        path.Pop();
        IsOpen = true;
        return true;
    }

    private void AddAlternatives(SchemaNode schema, IReadOnlyList<SchemaNode> alternatives, bool isAny, JsonElement value, ValidationRun run, IContradictions sink, BodyPath path)
    {
        if (alternatives.Count == 0)
            return;
        var chosen = UnionChoice.Of(alternatives, isAny, value, run);
        if (chosen.Count == 0)
        {
            sink.Add(ContradictionKind.NoAlternative, schema.Pointer, "", path, value);
            IsOpen = true;
        }
        foreach (var alternative in chosen)
            Add(run.Facts.Of(alternative), value, run, sink, path);
    }
}
