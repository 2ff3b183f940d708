using Microsoft.CodeAnalysis;

namespace Kiln.Generator.Tests.Changes.Proof.Consumers;

/// <summary>Uses of a property, an indexer or a field: it is read, assigned, set where an instance is made, and compared with where it is a constant.</summary>
internal static class PropertyUses
{
    public static IEnumerable<Consumer> Of(INamedTypeSymbol type, IPropertySymbol property)
    {
        if (property.GetMethod is { DeclaredAccessibility: Accessibility.Public })
        {
            var read = new ConsumerBuilder(type, property, "read");
            yield return read.Takes(property.Type, Access(type, property, read, isNamed: false));
        }
        if (property is { Type: INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var underlying] }, GetMethod.DeclaredAccessibility: Accessibility.Public, IsIndexer: false })
        {
            var unwrap = new ConsumerBuilder(type, property, "read or default");
            yield return unwrap.Takes(underlying, $"{Access(type, property, unwrap, isNamed: false)} ?? default({TypeText.Of(underlying)})");
        }
        if (property.IsIndexer)
        {
            var named = new ConsumerBuilder(type, property, "read with names");
            yield return named.Takes(property.Type, Access(type, property, named, isNamed: true));
        }
        if (property.SetMethod is not { DeclaredAccessibility: Accessibility.Public } set)
            yield break;

        if (!set.IsInitOnly)
        {
            var assign = new ConsumerBuilder(type, property, "assign");
            yield return assign.Does($"{Access(type, property, assign, isNamed: false)} = {assign.Value(property.Type)}");
        }
        if (property is { IsStatic: false, IsIndexer: false })
        {
            var initialize = new ConsumerBuilder(type, property, "initialize");
            if (initialize.New(type, property) is { } made)
                yield return initialize.Takes(type, made);
        }
    }

    public static IEnumerable<Consumer> Of(INamedTypeSymbol type, IFieldSymbol field)
    {
        var builder = new ConsumerBuilder(type, field, field.IsConst ? "match with" : "read");
        var access = $"{(field.IsStatic ? TypeText.Of(type) : builder.Value(type))}.{ConsumerBuilder.Escape(field.Name)}";
        yield return field.IsConst
            ? builder.Does($"global::Proof.Values.Use({builder.Value(field.Type)} is {access})")
            : builder.Takes(field.Type, access);
    }

    private static string Access(INamedTypeSymbol type, IPropertySymbol property, ConsumerBuilder builder, bool isNamed)
    {
        var owner = property.IsStatic ? TypeText.Of(type) : builder.Value(type);
        return property.IsIndexer
            ? $"{owner}[{string.Join(", ", property.Parameters.Select(p => (isNamed ? ConsumerBuilder.Escape(p.Name) + ": " : "") + builder.Value(p.Type)))}]"
            : $"{owner}.{ConsumerBuilder.Escape(property.Name)}";
    }
}
