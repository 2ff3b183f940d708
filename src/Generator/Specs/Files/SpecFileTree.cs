using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Reading;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Files;

/// <summary>
/// A parsed file: its tree and the files that it refers to. Compared by reference, so that a step of the pipeline that takes it
/// runs again only if the file was parsed again.
/// </summary>
internal sealed class SpecFileTree(string path, SpecNode? root, FileLinks links, EquatableArray<DiagnosticInfo> diagnostics)
{
    /// <summary>The path of the input file, which diagnostics show.</summary>
    public string Path { get; } = path;

    /// <summary>The normalized path, by which references find the file.</summary>
    public string NormalPath { get; } = SpecPath.Normalize(path);

    /// <summary>The root node; <see langword="null"/> if the text is neither YAML nor JSON.</summary>
    public SpecNode? Root { get; } = root;

    /// <summary>What the file refers to, and what others can refer to it by.</summary>
    public FileLinks Links { get; } = links;

    /// <summary>The diagnostics of parsing.</summary>
    public EquatableArray<DiagnosticInfo> Diagnostics { get; } = diagnostics;

    /// <summary>The file with another root.</summary>
    public SpecFileTree WithRoot(SpecNode other) => ReferenceEquals(other, Root) ? this : new(Path, other, Links, Diagnostics);

    public static SpecFileTree Parse(SpecText text, CancellationToken cancellationToken)
    {
        List<DiagnosticInfo> diagnostics = [];
        var root = SpecTreeReader.Read(text, diagnostics, cancellationToken);
        return new(text.Path, root, root is null ? FileLinks.None : FileLinkReader.Read(root, text.Path), diagnostics.ToEquatableArray());
    }
}
