using System.Text;
using Kiln.Generator.Specs.Tree;
using Kiln.Tool.Files;

namespace Kiln.Tool.Documents;

/// <summary>Reads the document that a person named.</summary>
internal static class SpecFile
{
    /// <summary>More than this is no OpenAPI document (the largest public ones have some 30 MB), but a mistake that would end in out-of-memory.</summary>
    public const int MaxBytes = 256 * 1024 * 1024;

    // UTF-32 LE stands before UTF-16 LE, whose mark is how its own begins.
    private static readonly Encoding[] Marked =
    [
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true),
        new UTF32Encoding(bigEndian: false, byteOrderMark: true, throwOnInvalidCharacters: true),
        new UTF32Encoding(bigEndian: true, byteOrderMark: true, throwOnInvalidCharacters: true),
        new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
        new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
    ];

    /// <summary>The document's text; its path stays as it was typed, because the diagnostics show it.</summary>
    public static SpecText Read(KilnConsole console, string path, CancellationToken cancellationToken, int maxBytes = MaxBytes)
    {
        return Of(path, Disk.Try($"cannot read {path}", () => ReadBytes(console.Resolve(path), path, maxBytes, cancellationToken)));
    }

    /// <summary>The text of a document whose bytes do not come from a file of its own: from a package, or from a revision.</summary>
    public static SpecText Of(string path, byte[] bytes)
    {
        try
        {
            return new SpecText(path, Decode(bytes));
        }
        catch (ArgumentException)
        {
            throw new KilnFailure(ExitCodes.Usage, $"cannot read {path}: it is neither UTF-8, nor UTF-16 or UTF-32 with a byte order mark.");
        }
    }

    private static byte[] ReadBytes(string fullPath, string path, int maxBytes, CancellationToken cancellationToken)
    {
        if (Directory.Exists(fullPath))
            throw new KilnFailure(ExitCodes.Usage, $"cannot read {path}: it is a directory, not a document.");

        using var file = new FileStream(fullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (file.CanSeek && file.Length > maxBytes)
            throw TooLarge(path, maxBytes);
        return ReadBytes(file, path, maxBytes, cancellationToken);
    }

    /// <summary>All bytes of a stream. They are counted: a pipe, as in <c>kiln check &lt;(...)</c>, does not tell its length, and an archive may tell a wrong one.</summary>
    public static byte[] ReadBytes(Stream file, string path, int maxBytes, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[128 * 1024];
        for (int count; (count = file.Read(buffer)) > 0; bytes.Write(buffer, 0, count))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (bytes.Length + count > maxBytes)
                throw TooLarge(path, maxBytes);
        }
        return bytes.ToArray();
    }

    private static string Decode(byte[] bytes)
    {
        var encoding = Array.Find(Marked, marked => bytes.AsSpan().StartsWith(marked.Preamble));
        return encoding is null ? Marked[0].GetString(bytes) : encoding.GetString(bytes.AsSpan(encoding.Preamble.Length));
    }

    private static KilnFailure TooLarge(string path, int maxBytes) =>
        new(ExitCodes.Usage, $"cannot read {path}: it has more than {maxBytes / (1024 * 1024)} MB, the maximum for a document.");
}
