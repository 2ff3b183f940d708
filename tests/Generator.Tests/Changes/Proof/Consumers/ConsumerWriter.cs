using Microsoft.CodeAnalysis;

namespace Kiln.Generator.Tests.Changes.Proof.Consumers;

/// <summary>Writes the consumers of an SDK: a method for each public member and each natural use of it, as the compiler knows them.</summary>
internal static class ConsumerWriter
{
    /// <summary>The consumers of all public types of a namespace.</summary>
    public static IEnumerable<Consumer> Of(INamespaceOrTypeSymbol container) => container.GetMembers().OfType<INamespaceOrTypeSymbol>().SelectMany(m => m switch
    {
        INamespaceSymbol => Of(m),
        INamedTypeSymbol { DeclaredAccessibility: Accessibility.Public, IsGenericType: false } type => TypeUses.Of(type).Concat(MembersOf(type).SelectMany(s => UsesOf(type, s))).Concat(Of(type)),
        _ => [],
    });

    // Those that a base class of the SDK declares are members too, as long as the class does not hide them.
    private static IEnumerable<ISymbol> MembersOf(INamedTypeSymbol type)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var t = type; t is not null && t.Locations.Any(l => l.IsInSource); t = t.BaseType)
        {
            var own = t.GetMembers().Where(m => m.DeclaredAccessibility == Accessibility.Public && !m.IsImplicitlyDeclared && !m.IsOverride && (t.Equals(type, SymbolEqualityComparer.Default) || m is not IMethodSymbol { MethodKind: MethodKind.Constructor }));
            foreach (var member in own.Where(m => !seen.Contains(m.Name)).ToList())
                yield return member;
            seen.UnionWith(t.GetMembers().Select(m => m.Name));
        }
        if (type is { TypeKind: TypeKind.Class, IsStatic: false })
        {
            foreach (var constructor in type.InstanceConstructors.Where(c => c.IsImplicitlyDeclared && c.DeclaredAccessibility == Accessibility.Public && c.Parameters.IsEmpty))
                yield return constructor;
        }
    }

    private static IEnumerable<Consumer> UsesOf(INamedTypeSymbol type, ISymbol member) => member switch
    {
        IPropertySymbol property => PropertyUses.Of(type, property),
        IFieldSymbol field => PropertyUses.Of(type, field),
        IMethodSymbol method => CallUses.Of(type, method),
        _ => [],
    };
}
