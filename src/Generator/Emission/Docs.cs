using Kiln.Generator.Shapes.Files;
using Kiln.Generator.Text;

namespace Kiln.Generator.Emission;

/// <summary>Writes doc comments, and the attributes that follow them.</summary>
internal static class Docs
{
    /// <summary>Documents <c>cancellationToken</c>.</summary>
    public const string CancellationToken = "/// <param name=\"cancellationToken\">A token to cancel the request.</param>";

    /// <summary>Writes the summary and the remarks.</summary>
    /// <param name="doc">What the document says.</param>
    /// <param name="summary">The summary where the document has none.</param>
    /// <param name="remarks">A remark that follows the document's own.</param>
    public static string Write(DocShape doc, string summary, string? remarks = null) => Source.Lines(
    [
        DocComment.Element("summary", WithDefault(doc.Summary ?? summary, doc.Default)),
        Remarks(doc.Remarks, remarks) is { Length: > 0 } all ? DocComment.Element("remarks", all) : "",
    ]);

    /// <summary>The doc comment of a member, and the attribute of one that the document advises against.</summary>
    public static string WriteMember(DocShape doc, string summary, string? remarks = null) => Source.Lines([Write(doc, summary, remarks), Obsolete(doc)]);

    /// <summary>The attributes of an emitted type, which follow its whole doc comment. Coverage and analysis tools look for the second.</summary>
    /// <example><c>[GeneratedCode("Kiln", null)]</c>: without a version, so that a release of Kiln changes no emitted file.</example>
    public static string TypeAttributes(DocShape doc) => Source.Lines([Obsolete(doc), "[GeneratedCode(\"Kiln\", null)]"]);

    /// <summary>The attribute of what the document advises against; nothing for all else. It follows the whole doc comment.</summary>
    public static string Obsolete(DocShape doc) => doc.Deprecation is { } reason ? $"[global::System.Obsolete({CSharpText.Literal(reason)})]" : "";

    /// <summary>A name with its article, by its first letter.</summary>
    /// <example>an `Order`</example>
    public static string WithArticle(string name) => $"{("AEIOaeio".IndexOf(name[0]) >= 0 ? "an" : "a")} `{name}`";

    // An element of its own would be longer than what it says.
    private static string WithDefault(string summary, string? json) => json is null
        ? summary
        : $"{summary}{(summary.IndexOf('\n') >= 0 ? "\n" : summary[summary.Length - 1] is '.' or '!' or '?' or ':' ? " " : ". ")}Default: `{json}`.";

    private static string Remarks(string? own, string? added) => string.Join("\n", new[] { own, added }.Where(r => !string.IsNullOrEmpty(r)));
}
