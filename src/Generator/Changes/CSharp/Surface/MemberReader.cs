using Kiln.Generator.Changes.CSharp.Code;
using Kiln.Generator.Collections;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Generator.Changes.CSharp.Surface;

/// <summary>Reads the members of a type that other code can use.</summary>
internal static class MemberReader
{
    /// <summary>A member; <see langword="null"/> for one that other code cannot use, or that only overrides another.</summary>
    /// <param name="part">Its declaration.</param>
    /// <param name="code">The code of its type.</param>
    /// <param name="isPublic">Whether its type can be used by other code; of one that cannot, the members that the SDK uses are read.</param>
    public static MemberSurface? Read(CodeByMember.Part part, CodeByMember code, bool isPublic)
    {
        var member = part.Member;
        if (!CanBeUsed(member, isPublic) || member.Modifiers.Any(SyntaxKind.OverrideKeyword) || KindOf(member) is not { } kind || MemberNames.Of(member).FirstOrDefault() is not { } name)
            return null;
        var (text, uses) = code.Of(part);
        var isStatic = member.Modifiers.Any(SyntaxKind.StaticKeyword) || member.Modifiers.Any(SyntaxKind.ConstKeyword) || member is EnumMemberDeclarationSyntax;
        var isConstant = member.Modifiers.Any(SyntaxKind.ConstKeyword) || member is EnumMemberDeclarationSyntax;
        return new(kind, name, DeclarationText.Of(member, IsObsolete(member.AttributeLists)))
        {
            Type = TypeReader.Read(TypeOf(member), part.Scope),
            Parameters = Parameters(ParametersOf(member), part.Scope),
            TypeParameters = (member as MethodDeclarationSyntax)?.TypeParameterList?.Parameters.Count ?? 0,
            Setter = SetterOf(member),
            IsProtected = member.Modifiers.Any(SyntaxKind.ProtectedKeyword),
            IsStatic = isStatic,
            IsRequired = member.Modifiers.Any(SyntaxKind.RequiredKeyword),
            IsAbstract = member.Modifiers.Any(SyntaxKind.AbstractKeyword),
            IsObsolete = IsObsolete(member.AttributeLists),
            Constant = isConstant ? string.Concat(MemberNames.Bodies(member).Select(DeclarationText.OneLine)) : null,
            Code = isConstant ? "" : text,
            Uses = [.. uses],
            Identity = kind switch
            {
                MemberKind.Property when !isStatic => code.LinesOf(member),
                MemberKind.Property or MemberKind.Method => text,
                _ => "",
            },
        };
    }

    public static EquatableArray<ParameterSurface> Parameters(BaseParameterListSyntax? parameters, FileScope scope) =>
    [
        .. (parameters?.Parameters ?? default).Select(p => new ParameterSurface(
            p.Identifier.ValueText, TypeReader.Read(p.Type, scope), p.Modifiers.ToString(), p.Default is { } value ? DeclarationText.OneLine(value.Value) : null)),
    ];

    public static bool IsObsolete(SyntaxList<AttributeListSyntax> attributes) => attributes.SelectMany(l => l.Attributes)
        .Any(a => a.Name.ToString() is var name && (name == "Obsolete" || name.EndsWith(".Obsolete", StringComparison.Ordinal) || name.EndsWith("ObsoleteAttribute", StringComparison.Ordinal)));

    private static bool CanBeUsed(MemberDeclarationSyntax member, bool isPublic)
    {
        if (member is EnumMemberDeclarationSyntax || member.Modifiers.Any(SyntaxKind.PublicKeyword) || member.Parent is InterfaceDeclarationSyntax)
            return true;
        var isProtected = member.Modifiers.Any(SyntaxKind.ProtectedKeyword) && !member.Modifiers.Any(SyntaxKind.PrivateKeyword);
        return isProtected || !isPublic && member.Modifiers.Any(SyntaxKind.InternalKeyword);
    }

    private static MemberKind? KindOf(MemberDeclarationSyntax member) => member switch
    {
        PropertyDeclarationSyntax { ExplicitInterfaceSpecifier: null } => MemberKind.Property,
        IndexerDeclarationSyntax { ExplicitInterfaceSpecifier: null } => MemberKind.Indexer,
        MethodDeclarationSyntax { ExplicitInterfaceSpecifier: null } => MemberKind.Method,
        ConstructorDeclarationSyntax => MemberKind.Constructor,
        ConversionOperatorDeclarationSyntax or OperatorDeclarationSyntax => MemberKind.Operator,
        BaseFieldDeclarationSyntax or EnumMemberDeclarationSyntax => MemberKind.Field,
        _ => null,
    };

    private static TypeSyntax? TypeOf(MemberDeclarationSyntax member) => member switch
    {
        PropertyDeclarationSyntax property => property.Type,
        IndexerDeclarationSyntax indexer => indexer.Type,
        MethodDeclarationSyntax method => method.ReturnType,
        ConversionOperatorDeclarationSyntax conversion => conversion.Type,
        OperatorDeclarationSyntax @operator => @operator.ReturnType,
        BaseFieldDeclarationSyntax field => field.Declaration.Type,
        _ => null,
    };

    private static BaseParameterListSyntax? ParametersOf(MemberDeclarationSyntax member) => member switch
    {
        BaseMethodDeclarationSyntax method => method.ParameterList,
        IndexerDeclarationSyntax indexer => indexer.ParameterList,
        _ => null,
    };

    private static SetterKind SetterOf(MemberDeclarationSyntax member)
    {
        var accessors = (member as BasePropertyDeclarationSyntax)?.AccessorList?.Accessors ?? default;
        var setter = accessors.FirstOrDefault(a => a.Keyword.IsKind(SyntaxKind.SetKeyword) || a.Keyword.IsKind(SyntaxKind.InitKeyword));
        if (member is FieldDeclarationSyntax field)
            return field.Modifiers.Any(SyntaxKind.ReadOnlyKeyword) || field.Modifiers.Any(SyntaxKind.ConstKeyword) ? SetterKind.None : SetterKind.Set;
        return setter is null || setter.Modifiers.Count > 0 ? SetterKind.None : setter.Keyword.IsKind(SyntaxKind.InitKeyword) ? SetterKind.Init : SetterKind.Set;
    }
}
