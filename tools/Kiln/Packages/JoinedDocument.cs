using System.Text;
using Kiln.Generator.Specs;
using Kiln.Generator.Specs.Files;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Tool.Packages;

/// <summary>A document as a package contains it: one file, whatever it was joined from, with its overlays applied.</summary>
/// <param name="Path">Its path in the package.</param>
/// <param name="Text">JSON, indented, so that a location in it says something.</param>
internal sealed record JoinedDocument(string Path, string Text)
{
    /// <summary>The folder of a package that has it.</summary>
    public const string Folder = "openapi/";

    private const string DefaultName = "openapi";

    private static readonly string[] Extensions = [".json", ".yaml"];

    /// <summary>The document of a source; <see langword="null"/> if it is not one.</summary>
    public static JoinedDocument? Of(SpecSource source, CancellationToken cancellationToken)
    {
        if (SpecReader.ReadAssembled(source, cancellationToken) is not { } root)
            return null;
        var text = new JsonText();
        text.Write(root, 0);
        // JSON is YAML too, which has spellings of numbers that JSON does not have: 08, or 1.10 for the text of a version.
        return new(Folder + NameOf(source.Entry.Path) + (text.IsJson ? ".json" : ".yaml"), text + "\n");
    }

    public static bool IsPathOfOne(string path) =>
        path.StartsWith(Folder, StringComparison.OrdinalIgnoreCase)
        && path.IndexOf('/', Folder.Length) < 0
        && Extensions.Contains(System.IO.Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    private static string NameOf(string path)
    {
        var name = System.IO.Path.GetFileNameWithoutExtension(path);
        return name.Trim().Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') ? name : DefaultName;
    }

    private sealed class JsonText
    {
        private readonly StringBuilder text = new();

        public bool IsJson { get; private set; } = true;

        public override string ToString() => text.ToString();

        public void Write(SpecNode node, int depth)
        {
            switch (node)
            {
                case SpecMap map:
                    WriteItems('{', '}', map.Entries, depth, entry =>
                    {
                        text.Append(SpecJson.Quote(entry.Key)).Append(": ");
                        Write(entry.Value, depth + 1);
                    });
                    break;
                case SpecList list:
                    WriteItems('[', ']', list.Items, depth, item => Write(item, depth + 1));
                    break;
                case SpecScalar { Kind: ScalarKind.String } scalar:
                    text.Append(SpecJson.Quote(scalar.Text));
                    break;
                case SpecScalar scalar:
                    IsJson &= scalar is not RewrittenScalar;
                    text.Append(scalar.Source);
                    break;
            }
        }

        private void WriteItems<T>(char open, char close, IReadOnlyList<T> items, int depth, Action<T> write)
        {
            text.Append(open);
            for (var i = 0; i < items.Count; i++)
            {
                text.Append(i == 0 ? "\n" : ",\n").Append(' ', 2 * (depth + 1));
                write(items[i]);
            }
            if (items.Count > 0)
                text.Append('\n').Append(' ', 2 * depth);
            text.Append(close);
        }
    }
}
