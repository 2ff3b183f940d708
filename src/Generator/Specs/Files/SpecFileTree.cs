using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Reading;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Files;

/// <summary>
/// One file after parsing: its tree, and the files that it names. Equal to itself only, so that a step which takes it
/// runs again when the file was parsed again, and not otherwise.
/// </summary>
internal sealed class SpecFileTree(string path, SpecNode? root, EquatableArray<string> referencedPaths, EquatableArray<DiagnosticInfo> diagnostics)
{
    /// <summary>The path as it was given: diagnostics show it.</summary>
    public string Path { get; } = path;

    /// <summary>The path in its normal form, by which references find the file.</summary>
    public string NormalPath { get; } = SpecPath.Normalize(path);

    /// <summary><see langword="null"/> when the text is neither YAML nor JSON.</summary>
    public SpecNode? Root { get; } = root;

    /// <summary>The paths and addresses that stand in the file's <c>$ref</c>s and discriminator mappings, as seen from the file.</summary>
    public EquatableArray<string> ReferencedPaths { get; } = referencedPaths;

    /// <summary>What parsing had to tell.</summary>
    public EquatableArray<DiagnosticInfo> Diagnostics { get; } = diagnostics;

    public static SpecFileTree Parse(SpecText text, CancellationToken cancellationToken)
    {
        List<DiagnosticInfo> diagnostics = [];
        var root = SpecTreeReader.Read(text, diagnostics, cancellationToken);
        return new(text.Path, root, root is null ? [] : ReferencedFiles.Find(root, text.Path), diagnostics.ToEquatableArray());
    }
}
