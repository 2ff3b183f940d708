using System.Text;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Pipeline.Pins;

/// <summary>The overlay that has the pins of a document (OpenAPI Overlay 1.0).</summary>
internal static class PinFile
{
    // What YAML 1.1 or 1.2 would read as something else than a string.
    private static readonly HashSet<string> Ambiguous = new(StringComparer.OrdinalIgnoreCase) { "true", "false", "null", "yes", "no", "on", "off", "y", "n" };

    /// <summary>The overlay's text.</summary>
    /// <param name="document">The name of the document's file.</param>
    /// <param name="pins">The pins, in order.</param>
    public static string Write(string document, IReadOnlyList<Pin> pins)
    {
        var text = new StringBuilder()
            .Append("# The names of the C# SDK that Kiln generates from ").Append(OnOneLine(document)).Append(".\n")
            .Append("# With this overlay nothing is renamed when the document changes: add it to the Overlays of the OpenApiSdk item, or pass it with --overlay.\n")
            .Append("# kiln names writes it (--pin) and compares it with the document (--check). To rename something, change its name here.\n")
            .Append("overlay: 1.0.0\n")
            .Append("info:\n")
            .Append("  title: Names in C#\n")
            .Append("  version: 1.0.0\n")
            .Append(pins.Count == 0 ? "actions: []\n" : "actions:\n");
        foreach (var target in pins.GroupBy(p => p.Target, StringComparer.Ordinal))
        {
            text.Append("  - target: ").Append(Target(target.Key)).Append('\n').Append("    update:\n");
            foreach (var key in target.GroupBy(p => p.Key, StringComparer.Ordinal))
            {
                text.Append("      ").Append(key.Key).Append(':');
                foreach (var pin in key)
                    text.Append(pin.Entry is null ? $" {Scalar(pin.Name)}\n" : $"{(pin == key.First() ? "\n" : "")}        {Scalar(pin.Entry)}: {Scalar(pin.Name)}\n");
            }
        }
        return text.ToString();
    }

    /// <summary>The pins of an overlay, in its order; what else it has is left out.</summary>
    public static IReadOnlyList<Pin> Read(SpecNode? root)
    {
        var pins = new List<Pin>();
        foreach (var action in ((root as SpecMap)?["actions"] as SpecList)?.Items.OfType<SpecMap>() ?? [])
        {
            if (action["target"].AsText() is not { } target || action["update"] is not SpecMap update)
                continue;
            foreach (var entry in update.Entries)
            {
                if (entry.Value.AsText() is { } name)
                    pins.Add(new(target, entry.Key, null, name));
                else if (entry.Value is SpecMap names)
                    pins.AddRange(names.Entries.Where(e => e.Value.AsText() is not null).Select(e => new Pin(target, entry.Key, e.Key, e.Value.AsText()!)));
            }
        }
        return pins;
    }

    private static string Target(string query) => query.All(c => c is >= ' ' and <= '~') && !query.Contains(": ") && !query.Contains(" #") && query[query.Length - 1] is not (' ' or ':') ? query : Quoted(query);

    // A word is written as it is; anything that could mean something else in YAML is quoted.
    private static string Scalar(string text) =>
        text.Length > 0 && (char.IsLetter(text[0]) || text[0] is '_' or '/') && text.All(c => char.IsLetterOrDigit(c) && c < 128 || c is '_' or '-' or '/' or '.') && !Ambiguous.Contains(text)
            ? text
            : Quoted(text);

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            if (c is '"' or '\\')
                quoted.Append('\\').Append(c);
            else if (c < ' ' || c == 127 || !char.IsLetterOrDigit(c) && c > 127)
                quoted.Append("\\u").Append(((int)c).ToString("x4", System.Globalization.CultureInfo.InvariantCulture));
            else
                quoted.Append(c);
        }
        return quoted.Append('"').ToString();
    }

    private static string OnOneLine(string text) => new([.. text.Select(c => c is < ' ' or > '~' ? '?' : c)]);
}
