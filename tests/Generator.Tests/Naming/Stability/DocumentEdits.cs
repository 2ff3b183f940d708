using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Tests.Naming.Stability;

/// <summary>Edits of a document as people make them: another order, an operation less or more, and what is called nearly like something else.</summary>
internal static class DocumentEdits
{
    private static readonly HashSet<string> Unordered = new(StringComparer.Ordinal)
    {
        "paths", "components", "definitions", "schemas", "properties", "responses", "requestBodies", "headers", "parameters",
    };

    private static readonly HashSet<string> Naming = new(StringComparer.Ordinal) { "operationId", "x-ms-enum", "x-ms-client-name", "x-csharp-name" };

    private static readonly string[] Methods = ["get", "put", "post", "delete", "patch", "options", "head"];

    /// <summary>The document with its paths, components, properties, parameters and responses in another order.</summary>
    public static SpecMap Reorder(SpecMap root, Random random) => (SpecMap)Reorder(root, isShuffled: false, random);

    /// <summary>The operations: a path and a method each.</summary>
    public static IReadOnlyList<(string Path, string Method)> Operations(SpecMap root) =>
    [
        .. from path in (root["paths"] as SpecMap)?.Entries ?? []
           where path.Value is SpecMap
           from method in Methods
           where ((SpecMap)path.Value)[method] is SpecMap
           select (path.Key, method),
    ];

    /// <summary>The document without an operation, and without its path if that has no other.</summary>
    public static SpecMap Remove(SpecMap root, (string Path, string Method) operation)
    {
        var item = (SpecMap)((SpecMap)root["paths"]!)[operation.Path]!;
        var rest = item.Without(e => e.Key == operation.Method);
        var paths = (SpecMap)root["paths"]!;
        return root.With("paths", rest.Entries.Any(e => Methods.Contains(e.Key)) ? paths.With(operation.Path, rest) : paths.Without(e => e.Key == operation.Path));
    }

    /// <summary>The document with words that give the same names in C# as those that there are: schemas, properties, and paths.</summary>
    public static SpecMap AddAlike(SpecMap root)
    {
        if (root["paths"] is SpecMap paths)
            root = root.With("paths", new SpecMap(paths.Span, [.. paths.Entries.SelectMany(e => Alike(e.Key) is var other && paths[other] is null ? [new(other, e.KeySpan, WithoutNames(e.Value)), e] : new[] { e })]));
        return (SpecMap)WithAlike(root, "");
    }

    private static SpecNode Reorder(SpecNode node, bool isShuffled, Random random)
    {
        switch (node)
        {
            case SpecMap map:
                var entries = map.Entries.Select(e => e.With(Reorder(e.Value, Unordered.Contains(e.Key) || e.Key.StartsWith('/'), random))).ToArray();
                if (isShuffled)
                    random.Shuffle(entries);
                return new SpecMap(map.Span, entries);
            case SpecList list:
                var items = list.Items.Select(item => Reorder(item, isShuffled: false, random)).ToArray();
                if (isShuffled)
                    random.Shuffle(items);
                return new SpecList(list.Span, items);
            default:
                return node;
        }
    }

    private static SpecNode WithAlike(SpecNode node, string key) => node switch
    {
        SpecMap map => new SpecMap(map.Span, [.. map.Entries.Select(e => e.With(WithAlike(e.Value, key == "properties" ? "" : e.Key))).SelectMany(e => IsNamed(key) && Alike(e.Key) is var other && map[other] is null ? [new(other, e.KeySpan, WithoutNames(e.Value)), e] : new[] { e })]),
        SpecList list => new SpecList(list.Span, [.. list.Items.Select(item => WithAlike(item, ""))]),
        _ => node,
    };

    private static bool IsNamed(string key) => key is "schemas" or "definitions" or "properties";

    // created_at and createdAt, Pet and pet, /pet-owners and /petOwners
    private static string Alike(string word)
    {
        var start = word.LastIndexOf('/') + 1;
        var (before, last) = (word[..start], word[start..]);
        // Paths that differ in the names of parameters alone are one (OpenAPI 3.0.3, "Paths Object").
        if (last.Contains('{'))
            return word;
        var split = last.IndexOfAny(['_', '-', '.']);
        if (split > 0 && split + 1 < last.Length && char.IsLetter(last[split + 1]))
            return before + last[..split] + char.ToUpperInvariant(last[split + 1]) + last[(split + 2)..];
        return last.Length > 0 && char.IsUpper(last[0]) ? before + char.ToLowerInvariant(last[0]) + last[1..] : word;
    }

    // Two things that a document calls the same by an extension, or two operations with one id, are its own fault.
    private static SpecNode WithoutNames(SpecNode node) => node switch
    {
        SpecMap map => new SpecMap(map.Span, [.. map.Entries.Where(e => !Naming.Contains(e.Key) && !e.Key.StartsWith("x-kiln-", StringComparison.Ordinal)).Select(e => e.With(WithoutNames(e.Value)))]),
        SpecList list => new SpecList(list.Span, [.. list.Items.Select(WithoutNames)]),
        _ => node,
    };
}
