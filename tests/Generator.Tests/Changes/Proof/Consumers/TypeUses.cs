using Microsoft.CodeAnalysis;

namespace Kiln.Generator.Tests.Changes.Proof.Consumers;

/// <summary>Uses of a type itself: as the type of a variable, as what it inherits from, as a base class, and as what is caught.</summary>
internal static class TypeUses
{
    public static IEnumerable<Consumer> Of(INamedTypeSymbol type)
    {
        yield return Named(type);
        foreach (var inherited in Bases(type).Concat(type.AllInterfaces).Where(t => t.DeclaredAccessibility == Accessibility.Public && !(t.IsGenericType && t.Name == "IEquatable")))
        {
            var builder = new ConsumerBuilder(type, null, $"convert to {inherited.Name}");
            builder.Touch(inherited);
            yield return builder.Does($"{TypeText.Of(inherited)} value = {builder.Value(type)}; global::Proof.Values.Use(value)");
        }
        if (type is { TypeKind: TypeKind.Class, IsSealed: false, IsStatic: false } && type.InstanceConstructors.Any(c => c.DeclaredAccessibility == Accessibility.Public && c.Parameters.IsEmpty)
            && !type.IsAbstract)
        {
            yield return new ConsumerBuilder(type, null, "derive from").Does("global::Proof.Values.Use(typeof(Derived))", $"private sealed class Derived : {TypeText.Of(type)} {{ }}");
        }
        if (Bases(type).Any(b => b is { Name: "Exception", ContainingNamespace.Name: "System" }))
            yield return new ConsumerBuilder(type, null, "catch").Does($"try {{ global::Proof.Values.Use(null); }} catch ({TypeText.Of(type)} caught) {{ global::Proof.Values.Use(caught); }}");
    }

    private static Consumer Named(INamedTypeSymbol type)
    {
        var builder = new ConsumerBuilder(type, null, "name");
        return type.IsStatic
            ? builder.Does($"global::Proof.Values.Use(typeof({TypeText.Of(type)}))")
            : builder.Takes(type, builder.Value(type));
    }

    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        for (var t = type.BaseType; t is { SpecialType: SpecialType.None }; t = t.BaseType)
            yield return t;
    }
}
