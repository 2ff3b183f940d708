using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Kiln.Generator.Diagnostics;

namespace Kiln.Tool.Names;

/// <summary>Writes names for people and for programs.</summary>
internal static class NameListing
{
    private static readonly string[] Headings = ["KIND", "NAME", "WHERE", "POINTER"];

    /// <summary>A table with headings, or lines with tabs for a pipe.</summary>
    public static void WriteTable(KilnConsole console, IReadOnlyList<NameEntry> names)
    {
        var rows = names.Select(n => new[] { n.Kind, n.Name, n.Location, n.Pointer }.Select(OneLine.Of).ToArray()).ToList();
        if (!console.IsTerminal)
        {
            foreach (var row in rows)
                console.Out.WriteLine(string.Join('\t', row));
            return;
        }

        rows.Insert(0, Headings);
        var widths = Headings.Select((_, column) => rows.Max(r => r[column].Length)).ToArray();
        foreach (var row in rows)
            console.Out.WriteLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
    }

    /// <summary>A JSON array with an object for each name.</summary>
    public static void WriteJson(KilnConsole console, IReadOnlyList<NameEntry> names)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Default }))
        {
            json.WriteStartArray();
            foreach (var name in names)
            {
                json.WriteStartObject();
                json.WriteString("kind", name.Kind);
                json.WriteString("name", name.Name);
                if (name.Wire.Length > 0)
                    json.WriteString("wireName", name.Wire);
                json.WriteString("file", name.File);
                json.WriteNumber("line", name.Line);
                json.WriteNumber("column", name.Column);
                json.WriteString("pointer", name.Pointer);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        console.Out.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
    }
}
