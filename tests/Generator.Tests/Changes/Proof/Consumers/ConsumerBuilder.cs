using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kiln.Generator.Tests.Changes.Proof.Consumers;

/// <summary>Writes one consumer. All values that it needs are parameters of its method, each of its type, so that it depends on nothing but what it uses.</summary>
internal sealed class ConsumerBuilder
{
    /// <summary>What all consumers call.</summary>
    public const string Helpers = """
        namespace Proof
        {
            internal static class Values
            {
                internal static void Use(object? value) { }
            }
        }
        """;

    private readonly string member;
    private readonly string usage;
    private readonly HashSet<string> touched = new(StringComparer.Ordinal);
    private readonly List<string> parameters = [];
    private string? created;

    public ConsumerBuilder(INamedTypeSymbol owner, ISymbol? member, string usage)
    {
        (this.member, this.usage) = (TypeText.NameOf(owner) + (member is null ? "" : "." + NameOf(member)), usage);
        Touch(owner);
    }

    /// <summary>The namespace whose extension methods are called; <see langword="null"/> for none.</summary>
    public INamespaceSymbol? Using { get; init; }

    /// <summary>Adds a parameter to the method, and returns its name.</summary>
    public string Value(ITypeSymbol type)
    {
        Touch(type);
        parameters.Add($"{TypeText.Of(type)} p{parameters.Count}");
        return $"p{parameters.Count - 1}";
    }

    /// <summary>Says that the method depends on a type, and on those that it inherits from.</summary>
    public void Touch(ITypeSymbol type)
    {
        foreach (var declared in TypeText.Declared(type))
        {
            for (var t = declared; t is not null; t = t.BaseType)
                touched.UnionWith(TypeText.Declared(t).Select(TypeText.NameOf));
        }
    }

    /// <summary>An expression that makes an instance by the shortest constructor, with all required members; <see langword="null"/> if no one can.</summary>
    /// <param name="type">The class or struct.</param>
    /// <param name="also">One more property that is set.</param>
    public string? New(INamedTypeSymbol type, IPropertySymbol? also = null)
    {
        if (type.IsAbstract || type.InstanceConstructors.Where(c => c.DeclaredAccessibility == Accessibility.Public).MinBy(c => c.Parameters.Length) is not { } constructor)
            return null;
        return New(type, [.. constructor.Parameters.Where(p => !p.IsOptional && !p.IsParams).Select(p => Value(p.Type))], also);
    }

    /// <summary>The same with some arguments.</summary>
    public string New(INamedTypeSymbol type, IReadOnlyList<string> arguments, IPropertySymbol? also = null)
    {
        created = TypeText.NameOf(type);
        var set = Required(type).Where(p => p.Name != also?.Name).Concat(also is null ? [] : [also]).Select(p => $"{Escape(p.Name)} = {Value(p.Type)}");
        return $"new {TypeText.Of(type)}({string.Join(", ", arguments)}) {{ {string.Join(", ", set)} }}";
    }

    /// <summary>The consumer whose method takes the value of an expression.</summary>
    public Consumer Takes(ITypeSymbol type, string expression)
    {
        Touch(type);
        return type.SpecialType == SpecialType.System_Void ? Does(expression)
            : type.IsRefLikeType ? Does("_ = " + expression)
            // "var" gets a number of another type without a word, which shows where it is used.
            : type.IsValueType ? Does($"var value = {expression}; value = {Value(type)}; {TypeText.Of(type)} same = value; global::Proof.Values.Use(same)")
            : Does($"{TypeText.Of(type)} value = {expression}; global::Proof.Values.Use(value)");
    }

    /// <summary>The consumer whose method has a statement.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="declaration">A member of its class.</param>
    public Consumer Does(string statement, string declaration = "") =>
        new(member, usage, touched, created, $"{(Using is { IsGlobalNamespace: false } ? $"using global::{Using.ToDisplayString()}; " : "")}internal static class {Consumer.TypeName} {{ {declaration} internal static void {Consumer.MethodName}({string.Join(", ", parameters)}) {{ {statement}; }} }}");

    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    // As reports name them.
    private static string NameOf(ISymbol member) => member switch
    {
        IPropertySymbol { IsIndexer: true } => "this[]",
        IMethodSymbol { MethodKind: MethodKind.Constructor } => member.ContainingType.Name,
        IMethodSymbol { MethodKind: MethodKind.Conversion } => member.MetadataName == WellKnownMemberNames.ImplicitConversionName ? "implicit" : "explicit",
        _ => member.Name,
    };

    private static IEnumerable<IPropertySymbol> Required(INamedTypeSymbol type)
    {
        for (var t = type; t is not null; t = t.BaseType)
        {
            foreach (var property in t.GetMembers().OfType<IPropertySymbol>().Where(p => p.IsRequired))
                yield return property;
        }
    }
}
