using Kiln.Generator.Specs.Tree;
using Kiln.Generator.Tests.Hostile;

namespace Kiln.Generator.Tests.Fuzzing;

/// <summary>Damages a document as a tree: what comes out is JSON again, but hardly OpenAPI.</summary>
internal sealed class TreeMutations(Random random, IReadOnlyList<SpecNode> donors)
{
    private static readonly string[] Keywords =
    [
        .. ("openapi swagger info title version paths components schemas responses parameters requestBody requestBodies headers securitySchemes security links callbacks pathItems "
            + "webhooks servers url variables default enum tags name in required schema content style explode allowReserved allowEmptyValue description summary operationId deprecated "
            + "type format properties patternProperties additionalProperties items prefixItems allOf oneOf anyOf not if then else const nullable x-nullable readOnly writeOnly "
            + "discriminator propertyName mapping example examples $ref $defs definitions $id $schema $anchor $dynamicRef minimum maximum exclusiveMinimum exclusiveMaximum multipleOf "
            + "minLength maxLength minItems maxItems uniqueItems pattern contentEncoding contentMediaType xml externalDocs encoding schemes host basePath consumes produces collectionFormat "
            + "get put post delete options head patch trace query additionalOperations x-kiln-paging x-kiln-types x-kiln-const x-enum-varnames x-enum-descriptions x-ms-enum "
            + "unevaluatedProperties dependentSchemas dependentRequired propertyNames contains itemSchema flows scopes value 200 default 4XX application/json").Split(' '),
    ];

    private static readonly string[] Types = ["string", "number", "integer", "boolean", "array", "object", "null", "file", "text", ""];

    private static readonly string[] Formats =
    [
        "date-time", "date", "time", "duration", "time-span", "uuid", "guid", "byte", "binary", "base64url", "int32", "int64", "uint8", "int8", "float", "double", "decimal", "uri", "email", "password", "char",
        "unixtime", "ipv4", "regex", "sf-integer", "nothing",
    ];

    private static readonly string[] Numbers =
        ["0", "-0", "-1", "1", "2", "255", "-2147483649", "4294967296", "9223372036854775807", "9223372036854775808", "-9223372036854775809", "1e400", "-1e400", "1e-400", "0.1", "1.0", "1e3", "123456789012345678901234567890.5", "79228162514264337593543950336"];

    private static readonly string[] Versions = ["2.0", "3.0.0", "3.0.3", "3.1.0", "3.1.1", "3.2.0", "1.2", "4.0", "3", "3.0.x", ""];

    /// <summary>The tree with one damage.</summary>
    public SpecNode Apply(SpecNode root)
    {
        var paths = TreePath.All(root);
        var path = paths[random.Next(paths.Count)];
        return random.Next(20) switch
        {
            0 => TreePath.Change(root, path, _ => null),
            1 or 2 => TreePath.Change(root, path, _ => Value()),
            3 => TreePath.Change(root, path, _ => TreePath.Find(root, paths[random.Next(paths.Count)])),
            4 => Swap(root, path, paths[random.Next(paths.Count)]),
            5 => Splice(root, path),
            6 or 7 => Rename(root, paths),
            8 => Add(root, paths),
            9 => Repeat(root, paths),
            10 or 11 => Point(root, paths),
            12 => Set(root, paths, "type", Type()),
            13 => Set(root, paths, "format", TreePath.Text(Pick(Formats))),
            14 => Version(root),
            15 => Set(root, paths, Pick("nullable", "x-nullable", "readOnly", "writeOnly", "deprecated", "required", "explode"), Flag()),
            16 or 17 => Hostile(root, path, paths),
            18 => Wrap(root, path),
            _ => Shuffle(root, paths),
        };
    }

    private SpecNode Swap(SpecNode root, int[] one, int[] other)
    {
        // One inside the other has no meaning.
        var shared = Math.Min(one.Length, other.Length);
        if (one.AsSpan(0, shared).SequenceEqual(other.AsSpan(0, shared)))
            return root;

        var (first, second) = (TreePath.Find(root, one), TreePath.Find(root, other));
        return TreePath.Change(TreePath.Change(root, one, _ => second), other, _ => first);
    }

    private SpecNode Splice(SpecNode root, int[] path)
    {
        var donor = Pick(donors);
        var paths = TreePath.All(donor);
        var part = TreePath.Find(donor, paths[random.Next(1, paths.Count)]);
        return TreePath.All(part).Count > 2000 ? root : TreePath.Change(root, path, _ => part);
    }

    private SpecNode Rename(SpecNode root, IReadOnlyList<int[]> paths) => InMap(root, paths, (entries, i) =>
        entries[i] = TreePath.Entry(Key(entries[i].Key), entries[i].Value));

    private SpecNode Add(SpecNode root, IReadOnlyList<int[]> paths) => InMap(root, paths, (entries, i) =>
        entries.Insert(i, TreePath.Entry(Pick(Keywords), random.Next(2) == 0 ? Value() : TreePath.Find(root, paths[random.Next(paths.Count)]))));

    // The same key again, mostly in other letters: one with the very same is an error of the text.
    private SpecNode Repeat(SpecNode root, IReadOnlyList<int[]> paths) => InMap(root, paths, (entries, i) =>
    {
        var key = entries[i].Key;
        var again = random.Next(5) switch
        {
            0 => key.ToUpperInvariant(),
            1 => key.Length == 0 ? "x" : char.IsUpper(key[0]) ? char.ToLowerInvariant(key[0]) + key[1..] : char.ToUpperInvariant(key[0]) + key[1..],
            2 => key + "-",
            3 => key + " ",
            _ => key + "2",
        };
        entries.Add(TreePath.Entry(again, entries[i].Value));
    });

    private SpecNode Shuffle(SpecNode root, IReadOnlyList<int[]> paths) => InMap(root, paths, (entries, i) =>
    {
        var moved = entries[i];
        entries.RemoveAt(i);
        entries.Insert(random.Next(entries.Count + 1), moved);
    });

    private SpecNode Set(SpecNode root, IReadOnlyList<int[]> paths, string key, SpecNode value) => InMap(root, paths, (entries, _) =>
    {
        entries.RemoveAll(e => e.Key == key);
        entries.Add(TreePath.Entry(key, value));
    });

    // A reference to any node at all, the one where it stands and those around it among them.
    private SpecNode Point(SpecNode root, IReadOnlyList<int[]> paths)
    {
        var references = paths.Where(p => p.Length > 0 && TreePath.Find(root, p) is SpecScalar { Kind: ScalarKind.String, Text: ['#', '/', ..] }).ToList();
        var text = random.Next(8) switch
        {
            0 => Pick("#", "#/", "#/paths", "#/components/schemas", "other.yaml#/a", "", "#a", "#/components/schemas/%", "#/%zz", "#/components/schemas/~2", "./a.json", "Pet"),
            1 when references.Count > 0 => ((SpecScalar)TreePath.Find(root, references[random.Next(references.Count)])).Text + Pick("/", "/properties", "/items", "%20", "~1", "/allOf/0"),
            2 or 3 when references.Count > 0 => ((SpecScalar)TreePath.Find(root, references[random.Next(references.Count)])).Text,
            _ => Pointer(root, paths[random.Next(paths.Count)]),
        };
        if (references.Count > 0 && random.Next(2) == 0)
            return TreePath.Change(root, references[random.Next(references.Count)], _ => TreePath.Text(text));

        var reference = TreePath.Entry("$ref", TreePath.Text(text));
        return TreePath.Change(root, paths[random.Next(paths.Count)], node => node is SpecMap map && random.Next(2) == 0
            ? TreePath.Map([.. map.Entries.Where(e => e.Key != "$ref"), reference])
            : TreePath.Map([reference]));
    }

    private SpecNode Version(SpecNode root) => root is not SpecMap map
        ? root
        : TreePath.Map(map.Entries.Select(e => e.Key is "openapi" or "swagger"
            ? TreePath.Entry(random.Next(4) == 0 ? Pick("openapi", "swagger") : e.Key, TreePath.Text(Pick(Versions)))
            : e));

    // A text or a key in which nothing is safe.
    private SpecNode Hostile(SpecNode root, int[] path, IReadOnlyList<int[]> paths)
    {
        var hostile = Pick(HostileTexts.All);
        if (random.Next(2) == 0)
            return InMap(root, paths, (entries, i) => entries[i] = TreePath.Entry(random.Next(2) == 0 ? hostile : entries[i].Key + hostile, entries[i].Value));
        return TreePath.Change(root, path, node => node is SpecScalar { Kind: ScalarKind.String } text && random.Next(2) == 0 ? TreePath.Text(text.Text + hostile) : TreePath.Text(hostile));
    }

    private SpecNode Wrap(SpecNode root, int[] path) => TreePath.Change(root, path, node => random.Next(3) switch
    {
        0 => TreePath.List([node]),
        1 => TreePath.Map([TreePath.Entry(Pick(Keywords), node)]),
        _ => TreePath.Map([TreePath.Entry(Pick("allOf", "oneOf", "anyOf"), TreePath.List(Enumerable.Repeat(node, random.Next(1, 3))))]),
    });

    private SpecNode InMap(SpecNode root, IReadOnlyList<int[]> paths, Action<List<SpecEntry>, int> change)
    {
        var maps = paths.Where(p => TreePath.Find(root, p) is SpecMap { Entries.Count: > 0 }).ToList();
        if (maps.Count == 0)
            return root;

        return TreePath.Change(root, maps[random.Next(maps.Count)], node =>
        {
            List<SpecEntry> entries = [.. ((SpecMap)node).Entries];
            change(entries, random.Next(entries.Count));
            return TreePath.Map(entries);
        });
    }

    private string Key(string key) => random.Next(6) switch
    {
        0 => Pick(HostileTexts.All),
        1 => key.ToUpperInvariant(),
        2 => "",
        _ => Pick(Keywords),
    };

    private SpecNode Value() => random.Next(9) switch
    {
        0 => TreePath.Word(ScalarKind.Null, "null"),
        1 => TreePath.Map([]),
        2 => TreePath.List([]),
        3 => Flag(),
        4 => TreePath.Number(Pick(Numbers)),
        5 => TreePath.Text(""),
        6 => TreePath.Text(Pick(Keywords)),
        7 => TreePath.List([Value(), Value()]),
        _ => TreePath.Map([TreePath.Entry(Pick(Keywords), Value()), TreePath.Entry("x-" + Pick(Keywords), Value())]),
    };

    private SpecNode Type() => random.Next(4) == 0
        ? TreePath.List(Enumerable.Range(0, random.Next(4)).Select(_ => TreePath.Text(Pick(Types))))
        : TreePath.Text(Pick(Types));

    private SpecScalar Flag() => TreePath.Word(ScalarKind.Boolean, Pick("true", "false"));

    private static string Pointer(SpecNode root, int[] path)
    {
        List<string> tokens = [];
        for (var i = 0; i < path.Length; i++)
            tokens.Add(TreePath.Find(root, path.AsSpan(0, i)) is SpecMap map ? map.Entries[path[i]].Key : $"{path[i]}");
        return SpecReference.Write(tokens);
    }

    private T Pick<T>(params IReadOnlyList<T> items) => items[random.Next(items.Count)];
}
