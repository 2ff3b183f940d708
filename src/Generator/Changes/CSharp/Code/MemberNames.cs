using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Generator.Changes.CSharp.Code;

/// <summary>Names and code of the declaration of a member.</summary>
internal static class MemberNames
{
    /// <summary>The names that it declares: several for a declaration of several fields.</summary>
    public static IEnumerable<string> Of(MemberDeclarationSyntax member) => member switch
    {
        PropertyDeclarationSyntax property => [property.Identifier.ValueText],
        IndexerDeclarationSyntax => ["this[]"],
        MethodDeclarationSyntax method => [method.Identifier.ValueText],
        ConstructorDeclarationSyntax constructor => [constructor.Identifier.ValueText],
        ConversionOperatorDeclarationSyntax conversion => [conversion.ImplicitOrExplicitKeyword.ValueText],
        OperatorDeclarationSyntax @operator => [@operator.OperatorToken.ValueText],
        BaseFieldDeclarationSyntax field => field.Declaration.Variables.Select(v => v.Identifier.ValueText),
        EnumMemberDeclarationSyntax value => [value.Identifier.ValueText],
        _ => [],
    };

    /// <summary>The names of its parameters.</summary>
    public static IEnumerable<string> Parameters(MemberDeclarationSyntax member) => member switch
    {
        BaseMethodDeclarationSyntax method => method.ParameterList.Parameters.Select(p => p.Identifier.ValueText),
        IndexerDeclarationSyntax indexer => indexer.ParameterList.Parameters.Select(p => p.Identifier.ValueText),
        _ => [],
    };

    /// <summary>Its code: bodies that are not empty, expressions and initial values.</summary>
    public static IEnumerable<SyntaxNode> Bodies(MemberDeclarationSyntax member)
    {
        SyntaxNode?[] bodies = member switch
        {
            PropertyDeclarationSyntax property => [property.AccessorList, property.ExpressionBody, property.Initializer],
            IndexerDeclarationSyntax indexer => [indexer.AccessorList, indexer.ExpressionBody],
            ConstructorDeclarationSyntax constructor => [constructor.Initializer, constructor.Body, constructor.ExpressionBody],
            BaseMethodDeclarationSyntax method => [method.Body, method.ExpressionBody],
            BaseFieldDeclarationSyntax field => [.. field.Declaration.Variables.Select(v => v.Initializer)],
            EnumMemberDeclarationSyntax value => [value.EqualsValue],
            _ => [],
        };
        return bodies.OfType<SyntaxNode>().Where(b => b is not BlockSyntax { Statements.Count: 0 });
    }
}
