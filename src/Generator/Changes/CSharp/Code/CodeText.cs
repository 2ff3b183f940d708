using System.Text;
using Kiln.Generator.Changes.CSharp.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Kiln.Generator.Changes.CSharp.Code;

/// <summary>The tokens of code as text that is equal for code that does the same: without comments, names of parameters, positions and qualifiers of namespaces.</summary>
internal static class CodeText
{
    // How the value of a property of a model begins, which depends on the model's required members and not on this property.
    private const string ParsedInstance = "new ( default ( IParseNode ) ! )";

    /// <param name="node">The code; an empty text for none.</param>
    /// <param name="scope">The names of its file.</param>
    /// <param name="renames">The names that have changed.</param>
    /// <param name="parameters">What is written in the place of the names of parameters: their positions.</param>
    /// <param name="hasPositions">Whether its numbers are positions of cases, and are left out.</param>
    public static string Of(SyntaxNode? node, FileScope scope, SurfaceRenames renames, IReadOnlyDictionary<string, string> parameters, bool hasPositions = false)
    {
        if (node is null)
            return "";
        var text = new StringBuilder();
        var skipped = default(TextSpan);
        foreach (var token in Tokens(node))
        {
            if (skipped.Contains(token.SpanStart) || IsPosition(token, hasPositions))
                continue;
            if (token.IsKind(SyntaxKind.GlobalKeyword) && EndOfQualifier(token, scope).Span is { IsEmpty: false } end)
            {
                skipped = TextSpan.FromBounds(token.SpanStart, end.End);
                continue;
            }
            text.Append(text.Length > 0 ? " " : "").Append(Word(token, renames, parameters));
        }
        return text.Replace(ParsedInstance, "new ( )").ToString();
    }

    // Of a table by keys, ["404"] = NotFoundException.Body, the order does not matter, which is that of the document.
    private static IEnumerable<SyntaxToken> Tokens(SyntaxNode node) => !node.DescendantNodes().Any(IsTable) ? node.DescendantTokens() : node.ChildNodesAndTokens().SelectMany(child =>
        child.AsNode() is not { } inner ? [child.AsToken()]
        : IsTable(inner) ? ((InitializerExpressionSyntax)inner).Expressions.OrderBy(e => ((AssignmentExpressionSyntax)e).Left.ToString(), StringComparer.Ordinal).SelectMany(e => e.DescendantTokens())
        : Tokens(inner));

    private static bool IsTable(SyntaxNode node) =>
        node is InitializerExpressionSyntax { Expressions.Count: > 1 } initializer && initializer.Expressions.All(e => e is AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax });

    private static string Word(SyntaxToken token, SurfaceRenames renames, IReadOnlyDictionary<string, string> parameters)
    {
        if (!token.IsKind(SyntaxKind.IdentifierToken))
            return token.Text;
        return parameters.TryGetValue(token.ValueText, out var position) && IsValueName(token) && token.Parent?.Parent is not NameColonSyntax
            ? position
            : renames.OfSimple(token.ValueText);
    }

    /// <summary>Whether it is a name that can be that of a member of the type: no argument for a type parameter, and not behind a dot but for that of <see langword="this"/>.</summary>
    public static bool IsValueName(SyntaxToken token) => token.IsKind(SyntaxKind.IdentifierToken) && token.Parent?.Parent is not TypeArgumentListSyntax
        && !(token.Parent?.Parent is MemberAccessExpressionSyntax access && access.Name == token.Parent && access.Expression is not ThisExpressionSyntax);

    // AssignRequired(ref name, value, 3): the number is the position of the property, which another property can change.
    private static bool IsPosition(SyntaxToken token, bool hasPositions) => token.IsKind(SyntaxKind.NumericLiteralToken) && (hasPositions || IsOfAssignment(token))
        || hasPositions && token.IsKind(SyntaxKind.MinusToken) && token.Parent is PrefixUnaryExpressionSyntax;

    private static bool IsOfAssignment(SyntaxToken token) =>
        token.Parent?.Parent?.Parent?.Parent is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "AssignRequired" or "AssignNullable" } };

    // global::Contoso.Models.Pet is Pet: whether a name is qualified depends on the other names of the SDK.
    private static SyntaxToken EndOfQualifier(SyntaxToken global, FileScope scope)
    {
        var (name, end) = ("", default(SyntaxToken));
        var token = global.GetNextToken();
        while (token.IsKind(SyntaxKind.ColonColonToken) || token.IsKind(SyntaxKind.DotToken))
        {
            var next = token.GetNextToken();
            name = name.Length == 0 ? next.ValueText : $"{name}.{next.ValueText}";
            end = token;
            if (!scope.IsNamespace(name))
                break;
            token = next.GetNextToken();
        }
        return end;
    }
}
