using Kiln.Generator.Specs.Grammar;

namespace Kiln.Generator.Specs.Joining;

/// <summary>Chooses names for nodes of other files that become components of the document, in one section.</summary>
/// <param name="entry">The document's normal path. Folders that it shares with a file are not part of names: they differ between machines.</param>
internal sealed class ComponentNames(string entry)
{
    private const int MaxLength = 80;

    // These say where a node is in a schema, and nothing about what it describes.
    private static readonly HashSet<string> SchemaKeywords = new(StringComparer.Ordinal)
    {
        "schema", "items", "properties", "allOf", "oneOf", "anyOf", "not", "additionalProperties", "prefixItems", "content", "$defs",
    };

    // These names stand for their folder.
    private static readonly HashSet<string> FolderFiles = new(StringComparer.OrdinalIgnoreCase) { "index", "_index", "schema", "model", "main" };

    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);

    public void Reserve(string name) => taken.Add(name);

    /// <summary>The last token of the pointer, or the name of the file; if that is taken, with the tokens before it, and at last with a number.</summary>
    /// <example><c>models/pet.yaml#/Tag</c> is <c>Tag</c>, then <c>pet_Tag</c>, then <c>models_pet_Tag</c></example>
    public string Take(ReferenceTarget target)
    {
        var segments = Segments(target);
        var length = segments.TakeWhile(IsSchemaKeyword).Count() + 1;
        for (var count = Math.Min(length, segments.Count); count <= segments.Count && count < length + 4; count++)
        {
            var name = Join(segments, count);
            if (name.Length > 0 && taken.Add(name))
                return name;
        }

        var stem = Join(segments, Math.Min(length, segments.Count)) is { Length: > 0 } first ? first : "Part";
        return UniqueName.Find(stem, name => name == stem || !taken.Add(name));
    }

    // From the node outwards: pointer tokens, the file, its folders.
    private List<string> Segments(ReferenceTarget target)
    {
        var own = entry.Split('/');
        var full = target.File.NormalPath.Split('/');
        var shared = own.Take(own.Length - 1).Zip(full.Take(full.Length - 1), (a, b) => a == b).TakeWhile(same => same).Count();
        var path = full.Skip(shared).ToArray();
        var file = path[path.Length - 1];
        var dot = file.LastIndexOf('.');
        var stem = dot > 0 ? file.Substring(0, dot) : file;
        var folders = path.Take(path.Length - 1).Reverse().Where(f => f is not ("" or "." or ".."));
        IEnumerable<string> outer = FolderFiles.Contains(stem) ? [.. folders.Take(1).DefaultIfEmpty(stem), .. folders.Skip(1)] : [stem, .. folders];
        return [.. Enumerable.Reverse(target.Keys).Where(k => k is not ("components" or "schemas" or "definitions")), .. outer];
    }

    private static bool IsSchemaKeyword(string segment) => SchemaKeywords.Contains(segment) || segment.All(char.IsDigit);

    private static string Join(List<string> segments, int count)
    {
        var name = string.Join("_", segments.Take(count).Reverse().Select(Sanitize).Where(s => s.Length > 0));
        return name.Length <= MaxLength ? name : name.Substring(name.Length - MaxLength);
    }

    private static string Sanitize(string segment) => new string([.. segment.Select(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '_')]).Trim('_');
}
