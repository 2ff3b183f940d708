using System.Text;

namespace Kiln.Generator.Shapes.Naming;

/// <summary>All types and namespaces of an SDK, and the scopes that keep them apart.</summary>
internal sealed class NameCatalog
{
    // The compiler takes full names of up to 1,023 bytes, and makes some itself of two of ours.
    private const int MostOfType = 200;
    private const int MostOfNamespace = 300;

    private readonly Dictionary<string, NameScope> scopes = new(StringComparer.Ordinal);
    private readonly HashSet<string> types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> namespacesByType = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> typesByNamespace = new(StringComparer.Ordinal);
    private readonly HashSet<TypeName> deprecated = [];
    private readonly HashSet<string> namespaces = new(StringComparer.Ordinal);

    /// <summary>Takes note of a namespace and all that it lies in.</summary>
    public void AddNamespace(string @namespace)
    {
        for (var name = @namespace; name.Length > 0 && namespaces.Add(name);)
        {
            var dot = name.LastIndexOf('.');
            var parent = dot < 0 ? "" : name.Substring(0, dot);
            ScopeOf(parent).Hold(name.Substring(dot + 1));
            name = parent;
        }
    }

    /// <summary>Makes a type with a name that is free in its namespace.</summary>
    /// <param name="namespace">The namespace.</param>
    /// <param name="wanted">The name that is wanted.</param>
    /// <param name="suffix">What is put behind a name that the emitted code needs for itself.</param>
    /// <param name="isChosen">Whether the document chose the name.</param>
    public TypeName AddType(string @namespace, string wanted, string suffix, bool isChosen = false)
    {
        var type = new TypeName(@namespace, ScopeOf(@namespace).Take(Identifiers.Shortened(wanted, MostOfType), suffix, isChosen));
        types.Add(type.ToString());
        Note(namespacesByType, type.Name, @namespace);
        Note(typesByNamespace, @namespace, type.Name);
        return type;
    }

    /// <summary>Takes note of a type that is not of the SDK, but in a namespace that its files import, where types of the SDK may have the same name.</summary>
    public void AddImported(TypeName type)
    {
        if (NamespacesWith(type.Name).Contains(type.Namespace))
            return;
        Note(namespacesByType, type.Name, type.Namespace);
        Note(typesByNamespace, type.Namespace, type.Name);
    }

    /// <summary>Keeps a name in a namespace for what the document chose it for.</summary>
    public void Promise(string @namespace, string chosen) => ScopeOf(@namespace).Promise(Identifiers.Shortened(Identifiers.Chosen(chosen)!, MostOfType));

    /// <summary>Keeps names in a namespace from its types and namespaces, because files there mean something else by them.</summary>
    public void Hold(string @namespace, IEnumerable<string> names)
    {
        foreach (var name in names)
            ScopeOf(@namespace).Hold(name);
    }

    /// <summary>Whether a type would get the name that is wanted for it.</summary>
    public bool IsFree(string @namespace, string wanted) => ScopeOf(@namespace).IsFree(Identifiers.Shortened(wanted, MostOfType));

    /// <summary>Notes that the document advises against a type.</summary>
    public void Deprecate(TypeName type) => deprecated.Add(type);

    public bool IsDeprecated(TypeName type) => deprecated.Contains(type);

    /// <summary>Makes a namespace within another, with a name that no type or namespace there has.</summary>
    /// <param name="namespace">The namespace.</param>
    /// <param name="wanted">The name that is wanted.</param>
    /// <param name="isChosen">Whether the document chose the name.</param>
    public string AddChildNamespace(string @namespace, string wanted, bool isChosen = false)
    {
        // What would be too long stays where it is, among types with names of their own.
        if (Encoding.UTF8.GetByteCount(@namespace) > MostOfNamespace)
            return @namespace;

        var child = $"{@namespace}.{ScopeOf(@namespace).Take(Identifiers.Shortened(wanted, MostOfType), "Path", isChosen)}";
        AddNamespace(child);
        return child;
    }

    public bool HasType(string @namespace, string name) => types.Contains($"{@namespace}.{name}");

    /// <summary>The namespaces that have a type of a name.</summary>
    public IReadOnlyList<string> NamespacesWith(string type) => namespacesByType.TryGetValue(type, out var found) ? found : [];

    /// <summary>The names of a namespace's types.</summary>
    public IReadOnlyList<string> TypesIn(string @namespace) => typesByNamespace.TryGetValue(@namespace, out var found) ? found : [];

    public bool HasNamespace(string @namespace) => namespaces.Contains(@namespace);

    private static void Note(Dictionary<string, List<string>> lists, string key, string value)
    {
        if (!lists.TryGetValue(key, out var list))
            lists.Add(key, list = []);
        list.Add(value);
    }

    private NameScope ScopeOf(string @namespace)
    {
        if (!scopes.TryGetValue(@namespace, out var scope))
            scopes.Add(@namespace, scope = new(ReservedNames.Types));
        return scope;
    }
}
