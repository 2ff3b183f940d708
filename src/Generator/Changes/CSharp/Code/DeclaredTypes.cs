using Kiln.Generator.Emission;

namespace Kiln.Generator.Changes.CSharp.Code;

/// <summary>
/// The types that an SDK declares, with the files of each. They are found by a search of the texts, so that files that did not change need not be parsed.
/// </summary>
internal sealed class DeclaredTypes
{
    private static readonly string[] Starts = ["\npublic ", "\ninternal "];
    private static readonly string[] Keywords = ["class", "struct", "interface", "enum"];

    private readonly Dictionary<string, List<SourceFile>> files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> bySimpleName = new(StringComparer.Ordinal);
    private readonly HashSet<string> structs = new(StringComparer.Ordinal);
    private readonly HashSet<string> namespaces = new(StringComparer.Ordinal);

    private DeclaredTypes()
    {
    }

    public static DeclaredTypes Of(IEnumerable<SourceFile> files)
    {
        var types = new DeclaredTypes();
        foreach (var file in files)
            types.Add(file);
        return types;
    }

    /// <summary>How many there are.</summary>
    public int Count => files.Count;

    /// <summary>The files that declare a type or a part of it.</summary>
    public IReadOnlyList<SourceFile> FilesOf(string fullName) => files.TryGetValue(fullName, out var found) ? found : [];

    public bool Contains(string fullName) => files.ContainsKey(fullName);

    public bool IsStruct(string fullName) => structs.Contains(fullName);

    /// <summary>Whether it is a namespace of the SDK, or contains one.</summary>
    public bool IsNamespace(string name) => namespaces.Contains(name);

    /// <summary>The full names of the types with a name.</summary>
    public IReadOnlyList<string> Named(string simpleName) => bySimpleName.TryGetValue(simpleName, out var found) ? found : [];

    // Emitted files have one namespace, and begin each of its types at the start of a line.
    private void Add(SourceFile file)
    {
        var text = file.Text;
        var start = text.IndexOf("\nnamespace ", StringComparison.Ordinal);
        var end = start < 0 ? -1 : text.IndexOf(';', start);
        if (end < 0)
            return;
        var name = text.Substring(start + 11, end - start - 11).Trim();
        AddNamespace(name);
        foreach (var word in Starts)
        {
            for (var at = text.IndexOf(word, end, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
                AddType(file, name, LineAt(text, at + 1));
        }
    }

    private void AddNamespace(string name)
    {
        for (var length = name.Length; length > 0; length = name.LastIndexOf('.', length - 1))
        {
            if (!namespaces.Add(name.Substring(0, length)))
                return;
        }
    }

    private void AddType(SourceFile file, string @namespace, string line)
    {
        var words = line.Split(' ');
        var keyword = Array.FindIndex(words, w => Keywords.Contains(w));
        if (keyword < 0 || keyword + 1 == words.Length)
            return;
        var name = new string([.. words[keyword + 1].TakeWhile(c => c is '_' or '@' || char.IsLetterOrDigit(c))]).TrimStart('@');
        var fullName = $"{@namespace}.{name}";
        if (words[keyword] is "struct" or "enum")
            structs.Add(fullName);
        if (!files.TryGetValue(fullName, out var parts))
        {
            files.Add(fullName, parts = []);
            if (!bySimpleName.TryGetValue(name, out var named))
                bySimpleName.Add(name, named = []);
            named.Add(fullName);
        }
        parts.Add(file);
    }

    private static string LineAt(string text, int start)
    {
        var end = text.IndexOf('\n', start);
        return end < 0 ? text.Substring(start) : text.Substring(start, end - start);
    }
}
