using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Generator.Changes.CSharp.Code;

/// <summary>Reads the table of a model's fields: <c>new WireFields(…).Required("id", "name").Optional("tag")</c>.</summary>
internal static class FieldTable
{
    // Calls whose texts are the names of fields in the order of their numbers; those without arguments are about the fields of the call before them.
    private static readonly HashSet<string> OfFields = new(StringComparer.Ordinal) { "Required", "RequiredNullable", "Optional", "OptionalNullable" };

    // The number of fields that an instance has read, and how an instance is made, follow from the rest.
    private static readonly HashSet<string> Following = new(StringComparer.Ordinal) { "Inherit" };

    /// <param name="chain">The calls.</param>
    /// <param name="fields">The properties or the fields behind them, in the order of the numbers of fields.</param>
    /// <param name="text">Writes code as text.</param>
    public static IEnumerable<CodeEntry> Read(ExpressionSyntax chain, IReadOnlyList<string> fields, Func<SyntaxNode, string> text)
    {
        var entries = new List<CodeEntry>();
        var (position, group) = (0, 0);
        foreach (var (name, call) in Calls(chain))
        {
            var arguments = call.ArgumentList.Arguments;
            if (OfFields.Contains(name))
            {
                group = entries.Count;
                foreach (var argument in arguments)
                {
                    var wire = (argument.Expression as LiteralExpressionSyntax)?.Token.ValueText ?? "";
                    entries.Add(new(position < fields.Count ? [fields[position]] : [], $"{name} {wire.Split('\t')[0]}"));
                    position++;
                }
            }
            else if (arguments.Count == 0 && call.Expression is MemberAccessExpressionSyntax { Name: IdentifierNameSyntax })
            {
                for (var i = group; i < entries.Count; i++)
                    entries[i] = entries[i] with { Text = $"{entries[i].Text} {name}" };
            }
            else if (!Following.Contains(name))
            {
                entries.Add(new(MembersOf(call.ArgumentList), $"{text(((MemberAccessExpressionSyntax)call.Expression).Name)} {text(call.ArgumentList)}"));
            }
        }
        return entries;
    }

    /// <summary>The calls of a chain in the order in which they are written.</summary>
    public static IReadOnlyList<(string Name, InvocationExpressionSyntax Call)> Calls(ExpressionSyntax chain)
    {
        var calls = new List<(string, InvocationExpressionSyntax)>();
        for (var at = chain; at is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call; at = access.Expression)
            calls.Add((access.Name.Identifier.ValueText, call));
        calls.Reverse();
        return calls;
    }

    // static m => ((Pet)m).AdditionalProperties
    private static List<string> MembersOf(ArgumentListSyntax arguments) =>
    [
        .. arguments.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
            .Where(a => a.Expression.IsKind(SyntaxKind.ParenthesizedExpression))
            .Select(a => a.Name.Identifier.ValueText),
    ];
}
