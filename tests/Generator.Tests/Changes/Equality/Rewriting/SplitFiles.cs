using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Tests.Changes.Equality.Rewriting;

/// <summary>Components in files of their own.</summary>
internal static class SplitFiles
{
    private const string Entry = "openapi.yaml";

    /// <summary>A file for each component of some sections, to which the component refers; it refers back to the document.</summary>
    public static DocumentTree? WithNames(DocumentTree document, Random random)
    {
        if (Sections(document) is not { } sections)
            return null;
        var others = document.Others.ToList();
        var root = document.Root;
        foreach (var (keys, kind) in sections)
        {
            if (JsonPointer.Find(root, keys) is not SpecMap section)
                continue;
            root = UsedComponents.WithSection(root, keys, section.WithValues(e =>
            {
                if (e.Value is not SpecMap value || value[SpecReference.Key] is not null || value["discriminator"] is not null || value["allOf"] is not null)
                    return e.Value;
                var path = $"parts/{keys[^1]}/{FileName(e.Key, others.Count)}.yaml";
                others.Add((path, Redirected(value, kind, reference => "../../" + Entry + reference)));
                return Nodes.Reference("./" + path);
            }));
        }
        return others.Count == document.Others.Count ? null : document with { Root = root, Others = others };
    }

    /// <summary>All schemas in two files, to which all references refer.</summary>
    public static DocumentTree? Moved(DocumentTree document, Random random)
    {
        if (Sections(document) is not { } sections)
            return null;
        var keys = sections[0].Keys;
        if (JsonPointer.Find(document.Root, keys) is not SpecMap section || document.Others.Count > 0)
            return null;
        string[] files = ["models.yaml", "parts/more-models.yaml"];
        var fixedNames = MeaningfulNames(document.Root, section);
        var used = UsedComponents.Of(document.Root, keys, fixedNames);
        var homes = section.Entries.Where(e => used.Contains(e.Key) && !fixedNames.Contains(e.Key)).Select((e, i) => (e.Key, File: files[i % 2])).ToDictionary(h => h.Key, h => h.File, StringComparer.Ordinal);
        if (homes.Count == 0)
            return null;
        var parts = files.Select(file => (file, (SpecNode)Nodes.Map(section.Entries.Where(e => homes.GetValueOrDefault(e.Key) == file).Select(e => (e.Key, Redirected(e.Value, OpenApiObjectKind.Schema, Redirect(file))))))).Where(p => ((SpecMap)p.Item2).Entries.Count > 0);
        var root = UsedComponents.WithSection(document.Root, keys, section.Without(e => homes.ContainsKey(e.Key)));
        return document with { Root = (SpecMap)Redirected(root, OpenApiObjectKind.Document, Redirect(Entry)), Others = [.. parts] };

        Func<string, string> Redirect(string from) => reference =>
        {
            if (SpecReference.ResolveTokens(document.Root, reference) is not { } tokens)
                return reference;
            var moved = tokens.Length > keys.Length && tokens.Take(keys.Length).SequenceEqual(keys) ? homes.GetValueOrDefault(tokens[keys.Length]) : null;
            var file = moved ?? Entry;
            var pointer = SpecReference.Write(moved is null ? tokens : tokens.Skip(keys.Length));
            return file == from ? pointer : (from.Contains('/', StringComparison.Ordinal) ? "../" : "") + file + pointer;
        };
    }

    private static (string[] Keys, OpenApiObjectKind Kind)[]? Sections(DocumentTree document) =>
        Nodes.AnySchemaHas(document.Root, "$id", "$anchor", "$dynamicAnchor", "$dynamicRef") || document.Root["$self"] is not null ? null
        : document.Version == SpecVersion.Swagger20 ? [(["definitions"], OpenApiObjectKind.Schema)]
        :
        [
            (["components", "schemas"], OpenApiObjectKind.Schema),
            (["components", "parameters"], OpenApiObjectKind.Parameter),
            (["components", "responses"], OpenApiObjectKind.Response),
            (["components", "requestBodies"], OpenApiObjectKind.RequestBody),
            (["components", "headers"], OpenApiObjectKind.Header),
        ];

    // Derived classes, their bases, and what a mapping names, are found by their names.
    private static HashSet<string> MeaningfulNames(SpecMap root, SpecMap section)
    {
        var names = section.Entries.Where(e => e.Value is SpecMap map && (map["allOf"] is not null || map["discriminator"] is not null || map[SpecReference.Key] is not null)).Select(e => e.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var schema in Nodes.Of(root, OpenApiObjectKind.Schema).Where(s => s["discriminator"] is not null))
        {
            names.UnionWith(((schema["discriminator"] as SpecMap)?["mapping"] as SpecMap)?.Entries.Select(e => e.Value.AsText()?.Split('/')[^1]).OfType<string>() ?? []);
            names.UnionWith(new[] { "oneOf", "anyOf" }.Select(k => schema[k]).OfType<SpecList>().SelectMany(l => l.Items).Select(i => Nodes.ReferenceOf(i)?.Split('/')[^1]).OfType<string>());
        }
        return names;
    }

    private static SpecNode Redirected(SpecNode node, OpenApiObjectKind kind, Func<string, string> redirect) => SpecRewriter.Rewrite(node, kind, (n, k) => n is not SpecMap map
        ? n
        : Nodes.ReferenceOf(map) is { } reference && SpecReference.IsLocalPointer(reference) ? map.With(SpecReference.Key, Nodes.Text(redirect(reference)))
        : k == OpenApiObjectKind.Discriminator && map["mapping"] is SpecMap mapping ? map.With("mapping", mapping.WithValues(e => e.Value.AsText() is { } target && SpecReference.IsLocalPointer(target) ? Nodes.Text(redirect(target)) : e.Value))
        : map)!;

    private static string FileName(string name, int number) => name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? name : $"part{number}";
}
