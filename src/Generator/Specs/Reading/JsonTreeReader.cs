using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Reading;

/// <summary>Reads JSON (RFC 8259) to a tree, strictly: invalid JSON is reported with its location, without an attempt to recover.</summary>
internal static class JsonTreeReader
{
    /// <summary>The document's tree; <see langword="null"/>, with a diagnostic, if the text is not JSON.</summary>
    public static SpecNode? Read(SpecText text, List<DiagnosticInfo> diagnostics, CancellationToken cancellationToken)
    {
        var lines = new SpecLines(text.Path, text.Text);
        var cursor = new JsonCursor(text.Text, lines, diagnostics);
        var root = new JsonTreeBuilder(cursor, lines, diagnostics, cancellationToken).Build(depth: 1);
        return root is not null && cursor.ExpectEnd() ? root : null;
    }
}
