using Kiln.Generator.Api.Model;
using Kiln.Generator.Specs;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Tests.RoundTrip;

/// <summary>Finds the JSON examples of a document in its normal form: those of schemas, bodies, parameters and headers.</summary>
internal sealed class ExampleFinder(SpecMap root)
{
    private readonly List<Example> found = [];

    public static IReadOnlyList<Example> In(SpecMap root)
    {
        var finder = new ExampleFinder(root);
        finder.Visit(root, OpenApiObjectKind.Document, "");
        return finder.found;
    }

    private void Visit(SpecNode node, OpenApiObjectKind kind, string pointer)
    {
        if (node is not SpecMap map || kind == OpenApiObjectKind.Data)
            return;

        AddExamplesOf(map, kind, pointer);
        foreach (var entry in map.Entries)
        {
            var rule = SpecGrammar.RuleOf(kind, entry.Key);
            if (rule.Kind == OpenApiObjectKind.Data)
                continue;
            foreach (var (child, childPointer) in Children(rule.Form, entry.Value, $"{pointer}/{JsonPointer.Escape(entry.Key)}"))
                Visit(child, rule.Kind, childPointer);
        }
    }

    private static IEnumerable<(SpecNode Node, string Pointer)> Children(ValueForm shape, SpecNode value, string pointer) => (shape, value) switch
    {
        (ValueForm.ObjectMap or ValueForm.PatternedMap, SpecMap map) => map.Entries.Select(e => (e.Value, $"{pointer}/{JsonPointer.Escape(e.Key)}")),
        (_, SpecList list) => list.Items.Select((item, i) => (item, $"{pointer}/{i}")),
        _ => [(value, pointer)],
    };

    private void AddExamplesOf(SpecMap map, OpenApiObjectKind kind, string pointer)
    {
        switch (kind)
        {
            case OpenApiObjectKind.Schema:
                Add(map["example"], pointer + "/example", pointer);
                if (map["examples"] is SpecList list)
                {
                    for (var i = 0; i < list.Items.Count; i++)
                        Add(list.Items[i], $"{pointer}/examples/{i}", pointer);
                }
                break;
            case OpenApiObjectKind.MediaType:
                var isJson = MediaTypes.KindOf(JsonPointer.Parse(pointer)[^1]) == BodyKind.Json;
                AddNamed(map, pointer, value => isJson || value is not SpecScalar);
                break;
            case OpenApiObjectKind.Parameter or OpenApiObjectKind.Header:
                // A single value is sent as text and not as JSON.
                AddNamed(map, pointer, value => value is not SpecScalar);
                break;
            case OpenApiObjectKind.Response when map["schema"] is not null && map["examples"] is SpecMap byMediaType:
                // OpenAPI 2.0, "Example Object": one for each media type.
                foreach (var entry in byMediaType.Entries.Where(e => MediaTypes.KindOf(e.Key) == BodyKind.Json))
                    Add(entry.Value, $"{pointer}/examples/{JsonPointer.Escape(entry.Key)}", pointer + "/schema");
                break;
        }
    }

    private void AddNamed(SpecMap map, string pointer, Func<SpecNode, bool> isWanted)
    {
        var schema = pointer + "/schema";
        if (map["example"] is { } example && isWanted(example))
            Add(example, pointer + "/example", schema);
        if (map["examples"] is not SpecMap examples)
            return;

        foreach (var entry in examples.Entries)
        {
            var place = SpecReferences.Follow(root, $"{pointer}/examples/{JsonPointer.Escape(entry.Key)}");
            foreach (var key in new[] { "value", "dataValue" })
            {
                if (JsonPointer.Find(root, $"{place}/{key}") is { } value && isWanted(value))
                    Add(value, $"{place}/{key}", schema);
            }
        }
    }

    private void Add(SpecNode? value, string pointer, string schemaPointer)
    {
        if (value is not null)
            found.Add(new(pointer, schemaPointer, value));
    }
}
