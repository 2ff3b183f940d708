using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api;

/// <summary>Looks at the normal form for what tells the cases of a union apart.</summary>
internal sealed class CaseShapes(SpecMap root)
{
    private static readonly JsonKind[] AllKinds = [JsonKind.Text, JsonKind.Number, JsonKind.Boolean, JsonKind.List, JsonKind.Object];

    private readonly Dictionary<string, CaseFields> objects = new(StringComparer.Ordinal);

    /// <summary>The shapes of what stands at a pointer, null left out.</summary>
    public List<CaseShape> Of(int @case, string pointer)
    {
        var shapes = new List<CaseShape>();
        Collect(@case, pointer, [], new(StringComparer.Ordinal), shapes);
        return shapes;
    }

    /// <summary>The constants of a field: its only values; <see langword="null"/> if it has others.</summary>
    public IReadOnlyList<string>? Constants(CaseShape shape, string name) =>
        shape.Implied.FirstOrDefault(i => i.WireName == name)?.Values ?? Constants(shape.Fields, name);

    public IReadOnlyList<string>? Constants(CaseFields fields, string name) =>
        fields.Known.TryGetValue(name, out var pointer) && Find(pointer, out _) is { } map ? Constants(map) : null;

    /// <summary>The kinds that a field's value can have; none if it may be anything.</summary>
    public IReadOnlyList<JsonKind> Kinds(CaseFields fields, string name) =>
        fields.Known.TryGetValue(name, out var pointer) ? [.. Of(0, pointer).Select(s => s.Kind).Distinct()] : [];

    /// <summary>The schema at a pointer, or the one that it only adds words to.</summary>
    public SpecMap? Find(string pointer, out string found)
    {
        found = pointer;
        for (var i = 0; i < 20; i++)
        {
            found = SpecReferences.Follow(root, found);
            if (JsonPointer.Find(root, found) is not SpecMap map)
                return null;
            if (map["allOf"] is not SpecList { Items.Count: 1 } || map["properties"] is not null || map["enum"] is not null || map["discriminator"] is not null)
                return map;
            // What is derived from a schema with a discriminator is not that schema.
            if ((JsonPointer.Find(root, SpecReferences.Follow(root, found + "/allOf/0")) as SpecMap)?["discriminator"] is not null)
                return map;
            found += "/allOf/0";
        }
        return null;
    }

    private static IReadOnlyList<string>? Constants(SpecMap map)
    {
        if (map["enum"] is not SpecList { Items.Count: > 0 } list)
            return null;

        var values = list.Items.OfType<SpecScalar>().Where(s => s.Kind != ScalarKind.Null).Select(s => s.Text).Distinct().ToList();
        return values.Count > 0 && list.Items.All(i => i is SpecScalar) ? values : null;
    }

    private void Collect(int @case, string pointer, List<string> pointers, HashSet<string> seen, List<CaseShape> shapes)
    {
        if (!seen.Add(pointer))
            return;

        List<string> path = [.. pointers, pointer];
        for (var target = pointer; SpecReferences.TargetOf(root, target) is { } next && path.Count < 100; target = next)
            path.Add(next);
        var map = Find(pointer, out var found);
        if (map is null)
            return;
        path.Add(found);
        if (found != pointer && !seen.Add(found))
            return;

        var isObject = map["properties"] is SpecMap { Entries.Count: > 0 } || map["allOf"] is SpecList { Items.Count: > 0 };
        foreach (var keyword in isObject ? [] : new[] { "oneOf", "anyOf" })
        {
            if (map[keyword] is not SpecList { Items.Count: > 0 } choices)
                continue;
            var first = shapes.Count;
            for (var i = 0; i < choices.Items.Count; i++)
                Collect(@case, $"{found}/{keyword}/{i}", path, seen, shapes);
            if (Discriminator.Of(root, found) is { } discriminator)
                Imply(discriminator, shapes, first);
            return;
        }

        foreach (var (kind, type) in KindsOf(map, found))
        {
            shapes.Add(new(
                @case,
                kind,
                map["format"].AsText() is { } format && kind is JsonKind.Text or JsonKind.Number ? $"{type} {format}" : type,
                kind is JsonKind.Text or JsonKind.Number or JsonKind.Boolean ? Constants(map) : null,
                kind == JsonKind.Object ? Fields(found) : CaseFields.None,
                path,
                [],
                kind == JsonKind.List && map["items"] is SpecMap ? found + "/items" : null));
        }
    }

    private static void Imply(Discriminator discriminator, List<CaseShape> shapes, int first)
    {
        for (var i = first; i < shapes.Count; i++)
        {
            if (shapes[i].Kind == JsonKind.Object && discriminator.ValuesOf(shapes[i].Pointers) is { Count: > 0 } values)
                shapes[i] = shapes[i] with { Implied = [.. shapes[i].Implied, new(discriminator.WireName, values)] };
        }
    }

    private IEnumerable<(JsonKind Kind, string Type)> KindsOf(SpecMap map, string pointer)
    {
        var types = map["type"].AsText() is { } single
            ? [single]
            : map["x-kiln-types"] is SpecList several ? [.. several.Items.Select(i => i.AsText() ?? "")] : Implied(map, pointer);
        return types.Length == 0
            ? AllKinds.Select(k => (k, ""))
            : types.Where(t => t != "null").Select(t => (KindOf(t), t));
    }

    private static JsonKind KindOf(string type) => type switch
    {
        "integer" or "number" => JsonKind.Number,
        "boolean" => JsonKind.Boolean,
        "array" => JsonKind.List,
        "object" => JsonKind.Object,
        _ => JsonKind.Text,
    };

    // Many documents leave the type out where other keywords tell it.
    private string[] Implied(SpecMap map, string pointer)
    {
        if (map["enum"] is SpecList { Items.Count: > 0 } values)
        {
            return [.. values.Items.Select(v => v switch
            {
                SpecScalar { Kind: ScalarKind.String } => "string",
                SpecScalar { Kind: ScalarKind.Number } => "number",
                SpecScalar { Kind: ScalarKind.Boolean } => "boolean",
                SpecScalar => "null",
                SpecList => "array",
                _ => "object",
            }).Distinct()];
        }
        if (map["items"] is not null)
            return ["array"];
        if (map["properties"] is SpecMap { Entries.Count: > 0 } || map["additionalProperties"] is SpecMap || Fields(pointer).Names.Count > 0)
            return ["object"];
        if (map["allOf"] is SpecList parts)
        {
            for (var i = 0; i < parts.Items.Count; i++)
            {
                if (Find($"{pointer}/allOf/{i}", out _) is { } part && part["type"].AsText() is { } type)
                    return [type];
            }
        }
        return [];
    }

    private CaseFields Fields(string pointer)
    {
        if (!objects.TryGetValue(pointer, out var fields))
        {
            objects.Add(pointer, fields = new());
            AddFields(pointer, fields, new(StringComparer.Ordinal), isChoice: false);
        }
        return fields;
    }

    private void AddFields(string pointer, CaseFields fields, HashSet<string> seen, bool isChoice)
    {
        pointer = SpecReferences.Follow(root, pointer);
        if (!seen.Add(pointer) || JsonPointer.Find(root, pointer) is not SpecMap map)
            return;

        if (!isChoice && map["discriminator"] is not null)
            fields.Discriminated.Add(pointer);
        foreach (var keyword in new[] { "allOf", "oneOf", "anyOf" })
        {
            for (var i = 0; map[keyword] is SpecList parts && i < parts.Items.Count; i++)
                AddFields($"{pointer}/{keyword}/{i}", fields, seen, isChoice || keyword != "allOf");
        }

        if (map["properties"] is SpecMap properties)
        {
            foreach (var property in properties.Entries)
            {
                if (!fields.Known.ContainsKey(property.Key))
                    fields.Names.Add(property.Key);
                fields.Known[property.Key] = $"{pointer}/properties/{JsonPointer.Escape(property.Key)}";
            }
        }
        if (!isChoice && map["required"] is SpecList required)
            fields.Required.UnionWith(required.Items.Select(r => r.AsText()).OfType<string>());
    }
}
