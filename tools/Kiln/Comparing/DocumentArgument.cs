using Kiln.Tool.Comparing.Git;
using Kiln.Tool.Documents;
using Kiln.Tool.Files;

namespace Kiln.Tool.Comparing;

/// <summary>What a person typed for a document to compare: a file, a folder, a package, or <c>REV:path</c>.</summary>
internal static class DocumentArgument
{
    public static DocumentFiles Find(KilnConsole console, string text, CancellationToken cancellationToken)
    {
        var path = Disk.Try($"cannot read {text}", () => console.Resolve(text));
        if (Directory.Exists(path))
            return InFolder(console, text, path, cancellationToken);
        // A file comes first, whatever it is called: a colon may be part of a name.
        if (!(File.Exists(path) && IsName(text)) && !IsDrive(text))
        {
            if (text.Contains("://", StringComparison.Ordinal))
                throw new KilnFailure(ExitCodes.Usage, $"cannot read {text}: kiln does not read from the network. Download the document first.");
            if (RevisionPath.Parse(text) is { } revision)
                return GitDocument.Find(console, revision, cancellationToken);
        }
        return Path.GetExtension(text).Equals(PackageDocument.Extension, StringComparison.OrdinalIgnoreCase)
            ? new PackageDocument(console, text)
            : new DocumentFile(console, text, text);
    }

    // A single letter is a drive of Windows; a branch may be called so too, but git's paths are never rooted.
    private static bool IsDrive(string text) => text.Length > 2 && char.IsAsciiLetter(text[0]) && text[1] == ':' && text[2] is ('\\' or '/');

    // Of "main:spec/../api.yaml" the full path is that of another file, since paths are resolved as text.
    private static bool IsName(string text) => !text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..].Split('/', '\\').Contains("..") || !text.Contains(':', StringComparison.Ordinal);

    private static DocumentFile InFolder(KilnConsole console, string text, string folder, CancellationToken cancellationToken)
    {
        var names = Disk.Try($"cannot read {text}", () => Directory.EnumerateFiles(folder).Select(f => Path.GetFileName(f)).ToArray());
        var name = FolderDocument.Choose(text, names, n => SpecFile.Read(console, Path.Combine(text, n), cancellationToken), cancellationToken);
        // As people write it: the folder in front only where it is another.
        return new DocumentFile(console, text, text is "." or "./" ? name : Path.Combine(text, name));
    }
}
