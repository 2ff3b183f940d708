using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kiln.Generator.Tests.ClosedLoop;

/// <summary>
/// The names that emitted files have: every identifier that is declared or used in them (types, namespaces, members, parameters, variables), and the names of
/// the files. What a template writes for itself is among them, so that a new member of a template is tried without being listed anywhere.
/// </summary>
internal static class CoinedNames
{
    public static IReadOnlyList<string> Of(IEnumerable<SyntaxTree> files)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            names.Add(HintNameOf(file));
            foreach (var token in file.GetRoot().DescendantTokens().Where(t => t.IsKind(SyntaxKind.IdentifierToken)))
                names.Add(token.ValueText);
        }
        return [.. names];
    }

    /// <summary>The name of a file without its extension.</summary>
    public static string HintNameOf(SyntaxTree file) => Path.GetFileName(file.FilePath).Replace(".g.cs", "", StringComparison.Ordinal);
}
