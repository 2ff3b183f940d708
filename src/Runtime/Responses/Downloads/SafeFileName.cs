using System.Buffers;
using System.Text;
using Kiln.Runtime.Text;

namespace Kiln.Runtime.Responses;

/// <summary>Makes a name that a service chose safe to be the name of a file on any system.</summary>
internal static class SafeFileName
{
    // File systems have 255 bytes for a name, and programs append to it.
    private const int MaxBytes = 200;

    // What Windows reserves; other systems reserve less.
    private static readonly SearchValues<char> Reserved = SearchValues.Create("<>:\"/\\|?*");

    private static readonly HashSet<string> Devices = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$",
        "COM0", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9", "COM¹", "COM²", "COM³",
        "LPT0", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9", "LPT¹", "LPT²", "LPT³",
    };

    /// <summary>The name without folders and without characters that are reserved or cannot be seen; null if nothing is left of it.</summary>
    /// <example><c>../../etc/passwd</c> becomes <c>passwd</c>.</example>
    public static string? Of(string name)
    {
        var text = name.AsSpan(name.AsSpan().LastIndexOfAny('/', '\\') + 1);
        var kept = new StringBuilder(text.Length);
        while (!text.IsEmpty)
        {
            var isWhole = Rune.DecodeFromUtf16(text, out var rune, out var length) == OperationStatus.Done;
            if (isWhole && !MessageText.IsHarmful(rune) && !(length == 1 && Reserved.Contains(text[0])))
                kept.Append(text[..length]);
            text = text[length..];
        }
        var safe = Shorten(kept.ToString().TrimStart(' ', '.').TrimEnd(' ', '.'));
        return safe.Length == 0 ? null : IsDevice(safe) ? "_" + safe : safe;
    }

    // Windows takes such a name for a device whatever its extension is.
    private static bool IsDevice(string name) => Devices.Contains((name.IndexOf('.') is var dot and >= 0 ? name[..dot] : name).TrimEnd());

    // The extension tells what the file is, and stays.
    private static string Shorten(string name)
    {
        if (Encoding.UTF8.GetByteCount(name) <= MaxBytes)
            return name;
        var extension = Path.GetExtension(name) is { Length: <= 20 } end ? end : "";
        var left = MaxBytes - Encoding.UTF8.GetByteCount(extension);
        var kept = new StringBuilder();
        foreach (var rune in name.EnumerateRunes())
        {
            left -= rune.Utf8SequenceLength;
            if (left < 0)
                break;
            kept.Append(rune);
        }
        return kept.ToString().TrimEnd(' ', '.') + extension;
    }
}
