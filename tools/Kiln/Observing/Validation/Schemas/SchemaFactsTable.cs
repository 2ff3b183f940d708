using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Tool.Observing.Validation.Schemas;

/// <summary>The schemas of a document, as values are compared with them.</summary>
internal sealed class SchemaFactsTable(DocumentNodes document)
{
    private readonly Dictionary<SchemaNode, SchemaFacts> facts = new(ReferenceEqualityComparer.Instance);

    public DocumentNodes Document => document;

    /// <summary>What the schema at the end of a schema's references says.</summary>
    public SchemaFacts Of(SchemaNode schema)
    {
        var actual = schema.Actual;
        if (!facts.TryGetValue(actual, out var found))
            facts.Add(actual, found = new(actual));
        return found;
    }

    /// <summary>The schema that a value of a discriminator stands for; <see langword="null"/> if there is none.</summary>
    public SchemaNode? Discriminated(SchemaNode schema, string value)
    {
        if (((schema["discriminator"] as SpecMap)?["mapping"] as SpecMap)?[value].AsText() is { } reference)
            return document.Resolve(reference) is { Node: SpecMap } mapped ? document.Schema(mapped) : null;
        return document.Root.Child("components")?.Child("schemas")?.Child(value) is { Node: SpecMap } named ? document.Schema(named) : null;
    }
}
