using Microsoft.CodeAnalysis;

namespace Kiln.Generator.Tests.Changes.Proof.Consumers;

/// <summary>Types as C# text, and the types of an SDK that are named in them.</summary>
internal static class TypeText
{
    private static readonly SymbolDisplayFormat Format = SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat PlainFormat = SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted)
        .RemoveMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    /// <summary>A type in any file: <c>global::Sdk.Models.Pet?</c>.</summary>
    public static string Of(ITypeSymbol type) => type.ToDisplayString(Format);

    /// <summary>The full name of a type: <c>Sdk.Models.Pet</c>.</summary>
    public static string NameOf(ITypeSymbol type) => type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(PlainFormat);

    /// <summary>The types that were declared in the SDK, of those that a type consists of.</summary>
    public static IEnumerable<INamedTypeSymbol> Declared(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => Declared(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.SelectMany(Declared).Concat(named.Locations.Any(l => l.IsInSource) ? [named] : []),
        _ => [],
    };
}
