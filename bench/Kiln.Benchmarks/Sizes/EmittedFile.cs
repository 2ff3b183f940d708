using System.Text;

namespace Kiln.Benchmarks.Sizes;

/// <summary>One part of an emitted model.</summary>
/// <param name="Name">What it is for.</param>
/// <param name="Bytes">Its length in UTF-8.</param>
internal sealed record Part(string Name, int Bytes);

/// <summary>
/// An emitted model taken apart into what its text is for. A member begins at a line that is indented once and follows an empty one; what
/// it is for is told by the line that declares it.
/// </summary>
internal static class EmittedFile
{
    private const string Indent = "    ";

    /// <summary>A piece of a member's declaration that tells what the member is for; the first that fits counts.</summary>
    private static readonly (string Declaration, string Part)[] Purposes =
    [
        ("AdditionalData", "unknown fields"),
        ("additionalData;", "unknown fields"),
        ("IParseNode", "Kiota's members"),
        ("ISerializationWriter", "Kiota's members"),
        ("WireFields ", "table of fields"),
        ("void ReadField", "reading and writing"),
        ("void WriteFields", "reading and writing"),
        ("{ get", "properties"),
    ];

    private static readonly string[] Order =
        ["file and class", "docs of properties", "properties", "unknown fields", "Kiota's members", "table of fields", "reading and writing"];

    /// <summary>The parts, in a fixed order; together they are the whole file.</summary>
    public static IReadOnlyList<Part> Split(string text)
    {
        var bytes = new Dictionary<string, int>();
        foreach (var member in Members(text))
        {
            var part = member.FirstOrDefault(IsDeclaration) is { } declaration ? PurposeOf(declaration) : "file and class";
            foreach (var line in member)
            {
                var name = part == "properties" && IsDoc(line) ? "docs of properties" : part;
                bytes[name] = bytes.GetValueOrDefault(name) + Encoding.UTF8.GetByteCount(line);
            }
        }
        return [.. Order.Where(bytes.ContainsKey).Select(name => new Part(name, bytes[name]))];
    }

    private static string PurposeOf(string declaration) =>
        Purposes.FirstOrDefault(p => declaration.Contains(p.Declaration, StringComparison.Ordinal)).Part ?? "reading and writing";

    private static bool IsDeclaration(string line) => line.StartsWith(Indent, StringComparison.Ordinal) && !IsDoc(line);

    private static bool IsDoc(string line) => line.TrimStart().StartsWith("///", StringComparison.Ordinal);

    /// <summary>The file's lines, with their ends, member by member. What stands outside of the class is a member without a declaration.</summary>
    private static List<List<string>> Members(string text)
    {
        var members = new List<List<string>> { new() };
        var mayBegin = true;
        foreach (var line in text.Split('\n').SkipLast(1).Select(l => l + "\n"))
        {
            var isIndentedOnce = line.StartsWith(Indent, StringComparison.Ordinal) && !char.IsWhiteSpace(line[Indent.Length]);
            var isOutside = !char.IsWhiteSpace(line[0]);
            if (mayBegin && isIndentedOnce || isOutside && members[^1].Any(IsDeclaration))
                members.Add([]);
            members[^1].Add(line);
            mayBegin = line is "\n" or "{\n";
        }
        return members;
    }
}
