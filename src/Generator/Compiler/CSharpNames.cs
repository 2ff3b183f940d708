using Microsoft.CodeAnalysis.CSharp;

namespace Kiln.Generator.Compiler;

/// <summary>Validates names from options as C# names.</summary>
internal static class CSharpNames
{
    public static bool IsNamespace(string text) => text.Split('.').All(IsType);

    public static bool IsType(string text) => SyntaxFacts.IsValidIdentifier(text) && SyntaxFacts.GetKeywordKind(text) == SyntaxKind.None;
}
