using Microsoft.CodeAnalysis;

namespace Kiln.Generator.Compiler;

/// <summary>An <c>.editorconfig</c> above a document: one of the additional files, because the compiler applies its sections to C# files only.</summary>
/// <param name="Path">Its full path, which says what it applies to.</param>
internal sealed record ConfigFile(string Path, string Text)
{
    public const string Name = ".editorconfig";

    public static bool IsConfig(AdditionalText text) => System.IO.Path.GetFileName(text.Path) == Name;

    public static ConfigFile Load(AdditionalText text, CancellationToken cancellationToken) =>
        new(text.Path, text.GetText(cancellationToken)?.ToString() ?? "");
}
