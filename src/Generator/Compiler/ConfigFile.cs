using Microsoft.CodeAnalysis;

namespace Kiln.Generator.Compiler;

/// <summary>An <c>.editorconfig</c> in a folder above a document. It is passed as an additional file, because the compiler applies its sections to C# files only.</summary>
/// <param name="Path">The full path, whose folder it applies to.</param>
internal sealed record ConfigFile(string Path, string Text)
{
    public const string Name = ".editorconfig";

    public static bool IsConfig(AdditionalText text) => System.IO.Path.GetFileName(text.Path) == Name;

    public static ConfigFile Load(AdditionalText text, CancellationToken cancellationToken) =>
        new(text.Path, text.GetText(cancellationToken)?.ToString() ?? "");
}
