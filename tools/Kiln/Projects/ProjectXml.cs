using System.Text;
using System.Xml;
using System.Xml.Linq;
using Kiln.Tool.Files;

namespace Kiln.Tool.Projects;

/// <summary>An MSBuild file as text, to which items are added without touching the rest of it: its comments, line breaks, indentation and encoding stay.</summary>
internal sealed class ProjectXml
{
    private const string Root = "Project";

    // Of elements in elements, the time to build the tree is the square; no project has so many.
    private const int MaxDepth = 200;

    private readonly string path;
    private readonly string text;
    private readonly Encoding encoding;
    private readonly XDocument document;
    private readonly int? end;

    private ProjectXml(string path, string fullPath, string text, Encoding encoding, XDocument document, int? end)
    {
        this.path = path;
        FullPath = fullPath;
        this.text = text;
        this.encoding = encoding;
        this.document = document;
        this.end = end;
    }

    /// <summary>As the file system knows it.</summary>
    public string FullPath { get; }

    /// <summary>Whether the project names an SDK, as projects for the <c>dotnet</c> command do.</summary>
    public bool IsSdkStyle =>
        document.Root!.Attribute("Sdk") is not null
        || document.Root.Elements().Any(e => e.Name.LocalName == "Sdk" || (e.Name.LocalName == "Import" && e.Attribute("Sdk") is not null));

    public static ProjectXml Load(string path, string fullPath)
    {
        using var reader = new StreamReader(Disk.Try($"cannot read {path}", () => File.OpenRead(fullPath)), new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
        try
        {
            var text = reader.ReadToEnd();
            var end = EndOfRoot(path, text);
            var document = XDocument.Parse(text, LoadOptions.SetLineInfo);
            if (document.Root!.Name.LocalName != Root)
                throw new KilnFailure(ExitCodes.Usage, $"{path} is not an MSBuild project: its root is <{document.Root.Name.LocalName}>.");
            return new(path, fullPath, text, reader.CurrentEncoding, document, end);
        }
        catch (Exception refused) when (refused is XmlException or DecoderFallbackException)
        {
            throw new KilnFailure(ExitCodes.Usage, $"cannot read {path}: {refused.Message}");
        }
    }

    /// <summary>Whether the file has an item of this kind that includes <paramref name="include"/>; paths with either separator are equal.</summary>
    public bool Has(string item, string include) => Items(item).Any(i => Same(i, include));

    /// <summary>Whether a property has a value, wherever it stands in the file.</summary>
    public bool Sets(string property, string value) => document.Descendants()
        .Any(e => e.Name.LocalName == property && e.Value.Trim().Equals(value, StringComparison.OrdinalIgnoreCase));

    /// <summary>The file with one more group of items, before the end of the project.</summary>
    public OutputFile With(IReadOnlyList<string> items)
    {
        if (this.end is not { } end)
            throw new KilnFailure(ExitCodes.Usage, $"{path} is an empty project.");

        var newLine = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var indent = Indentation();
        var lines = items.Select(i => indent + indent + i).Prepend(indent + "<ItemGroup>").Append(indent + "</ItemGroup>");
        var before = text[..end];
        var separator = before.Length == 0 || before.EndsWith('\n') ? "" : newLine;
        var added = separator + string.Join(newLine, lines) + newLine;
        return new(FullPath, [.. encoding.GetPreamble(), .. encoding.GetBytes(before + added + text[end..])]);
    }

    // Includes and updates alike: of either a second one would be a mistake.
    private IEnumerable<string> Items(string item) => document.Descendants()
        .Where(e => e.Name.LocalName == item)
        .SelectMany(e => (e.Attribute("Include") ?? e.Attribute("Update"))?.Value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? []);

    private static bool Same(string left, string right) => left.Replace('\\', '/').Equals(right, StringComparison.OrdinalIgnoreCase);

    // The offset of the root's end tag, if it has one. A comment behind the root may contain the tag, so the text is not searched for it.
    private static int? EndOfRoot(string path, string text)
    {
        // A DOCTYPE is only parsed to be refused: nothing that it names is read, and no entity is expanded.
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = null, MaxCharactersFromEntities = 1 };
        using var reader = XmlReader.Create(new StringReader(text), settings);
        int? end = null;
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.DocumentType)
                throw new KilnFailure(ExitCodes.Usage, $"cannot read {path}: it has a DOCTYPE, which a project file does not need; remove it.");
            if (reader.Depth > MaxDepth)
                throw new KilnFailure(ExitCodes.Usage, $"cannot read {path}: its elements are nested more than {MaxDepth} levels deep.");
            // The reader's position is behind "</".
            if (reader is { Depth: 0, NodeType: XmlNodeType.EndElement } and IXmlLineInfo position)
                end = OffsetOf(text, position.LineNumber, position.LinePosition) - 2;
        }
        return end;
    }

    private static int OffsetOf(string text, int line, int column)
    {
        var start = 0;
        for (var i = 1; i < line; i++)
            start = text.IndexOf('\n', start) + 1;
        return start + column - 1;
    }

    private string Indentation()
    {
        var line = text.Split('\n').FirstOrDefault(l => l.Length > 0 && l[0] is ' ' or '\t' && l.AsSpan().TrimStart() is ['<', ..]);
        return line is null ? "  " : line[..^line.AsSpan().TrimStart().Length];
    }
}
