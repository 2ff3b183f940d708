using Kiln.Generator.Tests.Driving;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Generator.Tests.Hostile;

/// <summary>What a file is as a syntax tree, whatever its names, literals and comments say.</summary>
/// <param name="Hash">Of the kinds of all nodes and tokens in order.</param>
/// <param name="Wrong">What no emitted file may be, in a line; <see langword="null"/> when all is well.</param>
internal sealed record CodeShape(int Hash, string? Wrong)
{
    // What the templates write above the namespace.
    private static readonly string[] Directives = ["#nullable enable", "#pragma warning disable CS0419", "#pragma warning disable CS0618", "#pragma warning disable CS8618"];

    public static CodeShape Of(string code)
    {
        var tree = CSharpSyntaxTree.ParseText(code, SdkCompilation.ParseOptions);
        var root = tree.GetCompilationUnitRoot();
        var hash = Parts(root).Aggregate(17, (current, node) => unchecked((current * 31) + (int)node.Kind()));
        return new(hash, WrongIn(tree, root));
    }

    // A field that is called like a word of C# is named with "this", and means the same.
    private static IEnumerable<SyntaxNodeOrToken> Parts(SyntaxNode node) => node.ChildNodesAndTokens().SelectMany(child => child.AsNode() switch
    {
        null => [child],
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: var name } => Parts(name).Prepend(name),
        var inner => Parts(inner).Prepend(inner),
    });

    private static string? WrongIn(SyntaxTree tree, CompilationUnitSyntax root)
    {
        // Errors of syntax, and doc comments that are no XML.
        if (tree.GetDiagnostics().FirstOrDefault() is { } wrong)
            return wrong.ToString();
        if (root.Members is not [FileScopedNamespaceDeclarationSyntax { Members: [BaseTypeDeclarationSyntax] }])
            return "more or less than one type in one namespace";

        var trivia = root.DescendantTrivia(descendIntoTrivia: true).ToList();
        if (trivia.Where(t => t.IsDirective).Any(t => t.SpanStart > root.Members[0].SpanStart || !Directives.Contains(t.ToString())))
            return "a directive";
        if (trivia.Any(t => t.IsKind(SyntaxKind.DisabledTextTrivia) || t.IsKind(SyntaxKind.SkippedTokensTrivia) || t.IsKind(SyntaxKind.MultiLineCommentTrivia)))
            return "text that is switched off, skipped or a comment of another kind";
        if (trivia.Count(t => t.IsKind(SyntaxKind.SingleLineCommentTrivia)) > 1)
            return "a comment that none of the templates has";
        return null;
    }
}
