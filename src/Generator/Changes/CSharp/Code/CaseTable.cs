using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Generator.Changes.CSharp.Code;

/// <summary>Reads the table of a union's cases: <c>new UnionCases&lt;Pet&gt;(…, UnionRule.ByKind(forString: 1)).Case(WireType.Model&lt;Cat&gt;()).Case(WireType.String)</c>.</summary>
internal static class CaseTable
{
    /// <summary>How each case is read, and the rule with the cases in the place of their numbers.</summary>
    public static IEnumerable<CodeEntry> Read(ExpressionSyntax chain, Func<SyntaxNode, string> text)
    {
        var calls = FieldTable.Calls(chain);
        var cases = calls.Select(c => text(c.Call.ArgumentList)).ToList();
        var rule = chain.DescendantNodes().OfType<ObjectCreationExpressionSyntax>().FirstOrDefault()?.ArgumentList?.Arguments.LastOrDefault();
        return [.. cases.Select(c => new CodeEntry([], c)), .. rule is null ? [] : new[] { new CodeEntry([], Rule(rule, cases, text)) }];
    }

    // The words of the rule are sorted: the order of its cases does not matter.
    private static string Rule(ArgumentSyntax rule, List<string> cases, Func<SyntaxNode, string> text)
    {
        var parts = rule.DescendantNodes().Where(IsPart).Select(Part);
        return string.Join("\n", parts.OrderBy(p => p, StringComparer.Ordinal));

        string Part(SyntaxNode part)
        {
            var number = part.DescendantNodesAndSelf().OfType<LiteralExpressionSyntax>().LastOrDefault(l => l.IsKind(SyntaxKind.NumericLiteralExpression));
            var named = number is not null && int.TryParse(number.Token.ValueText, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < cases.Count ? cases[index] : "";
            var words = part.DescendantTokens().Where(t => !t.IsKind(SyntaxKind.NumericLiteralToken)).Select(t => t.Text);
            return $"{string.Join(" ", words)} {named}";
        }
    }

    // A tuple ("cat", 0), an argument forString: 1, or the call itself with its name.
    private static bool IsPart(SyntaxNode node) => node switch
    {
        TupleExpressionSyntax => true,
        ArgumentSyntax { Parent: TupleExpressionSyntax } => false,
        ArgumentSyntax argument => !argument.DescendantNodes().Any(n => n is ArgumentSyntax),
        MemberAccessExpressionSyntax => true,
        _ => false,
    };
}
