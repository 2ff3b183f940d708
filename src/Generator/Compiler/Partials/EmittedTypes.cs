using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Text;
using Microsoft.CodeAnalysis;

namespace Kiln.Generator.Compiler.Partials;

/// <summary>The types of a project that Kiln emitted.</summary>
internal sealed class EmittedTypes
{
    private readonly List<INamedTypeSymbol> types;

    private EmittedTypes(List<INamedTypeSymbol> types) => this.types = types;

    /// <summary>Those in a namespace and all namespaces within it.</summary>
    public static EmittedTypes In(INamespaceSymbol root, CancellationToken cancellationToken)
    {
        var types = new List<INamedTypeSymbol>();
        var open = new Stack<INamespaceSymbol>([root]);
        while (open.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var current = open.Pop();
            types.AddRange(current.GetTypeMembers().Where(IsEmitted));
            foreach (var child in current.GetNamespaceMembers())
                open.Push(child);
        }
        types.Sort((one, other) => string.CompareOrdinal(one.ToDisplayString(), other.ToDisplayString()));
        return new(types);
    }

    /// <summary>Whether Kiln emitted a type, or a part of it.</summary>
    public static bool IsEmitted(INamedTypeSymbol type) => type.GetAttributes().Any(a =>
        a is { AttributeClass.Name: "GeneratedCodeAttribute", ConstructorArguments: [{ Value: "Kiln" }, ..] });

    /// <summary>
    /// The type that another one was probably written for: one with the same name in another namespace, else one in the same namespace whose name differs by a
    /// typing mistake, or that has all words of the other name at its end, or is the end of it. Of several the one with the fewest other words; <see langword="null"/> if none is.
    /// </summary>
    public string? FindSimilar(INamedTypeSymbol type)
    {
        if (types.Find(t => t.Name == type.Name) is { } moved)
            return moved.ToDisplayString();

        var beside = types.Where(t => SymbolEqualityComparer.Default.Equals(t.ContainingNamespace, type.ContainingNamespace)).Select(t => t.Name).ToList();
        return beside
            .Where(name => EndsWith(name, type.Name) || EndsWith(type.Name, name))
            .OrderBy(name => Math.Abs(name.Length - type.Name.Length))
            .ThenBy(name => name, StringComparer.Ordinal)
            .FirstOrDefault()
            ?? SimilarName.Find(type.Name, beside);
    }

    // In whole words: "Status" ends "OrderStatus", and "us" does not.
    private static bool EndsWith(string name, string end) =>
        name.Length > end.Length && name.EndsWith(end, StringComparison.Ordinal)
        && CapitalWords.Split(name) is var words && Ends(words.ToList(), CapitalWords.Split(end).ToList());

    private static bool Ends(List<string> words, List<string> end) => words.Skip(words.Count - end.Count).SequenceEqual(end);
}
