namespace Kiln.Generator.Shapes.Naming;

/// <summary>
/// Says how one file writes the names of types: short, with a using, wherever C# would find the right one, and in full where a nearer type or
/// namespace of the same name hides it (C# specification, "Namespace and type names": enclosing namespaces come before usings).
/// </summary>
internal sealed class NameResolver(NameCatalog catalog, string fileNamespace)
{
    private readonly SortedSet<string> usings = new(StringComparer.Ordinal);
    private readonly HashSet<string> imported = new(StringComparer.Ordinal);

    /// <summary>The namespaces that the names given so far need.</summary>
    public IEnumerable<UsingShape> Usings => usings
        .Select(u => catalog.HasNamespace(u) ? new UsingShape(WriteOwn(u), IsOwn: true) : new(u, IsOwn: false))
        .Concat(NamespaceAliases.AliasesFor(fileNamespace));

    /// <summary>Whether the document advises against anything that the file uses.</summary>
    public bool UsesDeprecated { get; set; }

    public string Write(TypeName type)
    {
        UsesDeprecated |= catalog.IsDeprecated(type);
        for (var enclosing = fileNamespace; enclosing.Length > 0; enclosing = Parent(enclosing))
        {
            if (catalog.HasType(enclosing, type.Name))
                return enclosing == type.Namespace && !MayBeImported(type, enclosing) ? type.Name : InFull(type);
            if (catalog.HasNamespace($"{enclosing}.{type.Name}"))
                return InFull(type);
        }
        if (catalog.HasNamespace(type.Name) || IsAmbiguous(type))
            return InFull(type);

        usings.Add(type.Namespace);
        imported.Add(type.Name);
        return type.Name;
    }

    // A using of the file's own namespace comes before the namespaces around it.
    private bool MayBeImported(TypeName type, string enclosing) => enclosing != fileNamespace && catalog.NamespacesWith(type.Name).Any(n => n != type.Namespace);

    /// <summary>The same for what stands in doc comments alone, which needs no usings.</summary>
    public NameResolver ForProse() => new(catalog, fileNamespace);

    /// <summary>Notes a namespace whose types a template names.</summary>
    public void Use(string @namespace) => usings.Add(@namespace);

    // Neither may another using bring this name, nor this type's using, where it is new, a name that was already given out short.
    private bool IsAmbiguous(TypeName type) =>
        catalog.NamespacesWith(type.Name).Any(n => n != type.Namespace && usings.Contains(n))
        || (!usings.Contains(type.Namespace) && catalog.TypesIn(type.Namespace).Any(imported.Contains));

    // A using inside a namespace is looked up from there, so a nearer type or namespace can hide where it begins.
    private string WriteOwn(string @namespace)
    {
        var first = @namespace.Split('.')[0];
        for (var enclosing = fileNamespace; enclosing.Length > 0; enclosing = Parent(enclosing))
        {
            if (catalog.HasType(enclosing, first) || catalog.HasNamespace($"{enclosing}.{first}"))
                return $"global::{@namespace}";
        }
        return @namespace;
    }

    private static string InFull(TypeName type) => $"global::{type}";

    private static string Parent(string @namespace)
    {
        var dot = @namespace.LastIndexOf('.');
        return dot < 0 ? "" : @namespace.Substring(0, dot);
    }
}
