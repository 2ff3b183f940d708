using System.Text;
using Kiln.Generator.Emission;
using Kiln.Tool.Files;

namespace Kiln.Tool.Pinned;

/// <summary>A directory of pinned files.</summary>
/// <param name="FullPath">Where it is.</param>
/// <param name="Naming">How its files are called.</param>
/// <param name="Texts">The pinned texts by file name.</param>
internal sealed record PinnedFolder(string FullPath, PinnedNaming Naming, IReadOnlyDictionary<string, string> Texts)
{
    public static PinnedFolder Read(KilnConsole console, string directory, string? prefix, IReadOnlyList<SourceFile> files)
    {
        var fullPath = console.Resolve(directory);
        string[] names = Directory.Exists(fullPath) ? [.. Directory.EnumerateFiles(fullPath).Select(path => Path.GetFileName(path))] : [];
        var naming = NamingChoice.Of(prefix, names, directory);

        var expected = files.Select(file => naming.FileNameOf(file.HintName)).ToHashSet(StringComparer.Ordinal);
        var texts = names
            .Where(name => expected.Contains(name) || IsPinned(naming, Path.Combine(fullPath, name)))
            .ToDictionary(name => name, name => File.ReadAllText(Path.Combine(fullPath, name), Encoding.UTF8), StringComparer.Ordinal);
        return new PinnedFolder(fullPath, naming, texts);
    }

    /// <summary>What the document gives now against what is pinned, in the order of the file names.</summary>
    public IReadOnlyList<PinnedChange> CompareWith(IReadOnlyList<SourceFile> files)
    {
        var current = files.ToDictionary(file => Naming.FileNameOf(file.HintName), file => file.Text, StringComparer.Ordinal);
        return
        [
            .. Texts.Keys.Union(current.Keys)
                .Order(StringComparer.Ordinal)
                .Select(name => new PinnedChange(name, Texts.GetValueOrDefault(name), current.GetValueOrDefault(name)))
                .Where(change => !change.IsSame),
        ];
    }

    // A plain name alone does not make a file ours to compare and remove; Verify's does, since it names the test.
    private static bool IsPinned(PinnedNaming naming, string path) =>
        naming.Matches(Path.GetFileName(path)) && (naming is VerifyNaming || GeneratedFolder.IsGenerated(path));
}
