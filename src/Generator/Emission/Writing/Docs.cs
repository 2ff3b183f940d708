using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Files;
using Kiln.Generator.Text;

namespace Kiln.Generator.Emission;

/// <summary>Writes doc comments, and the attributes that follow them.</summary>
internal static class Docs
{
    /// <summary>Writes the summary and the remarks.</summary>
    /// <param name="doc">What the document says.</param>
    /// <param name="summary">The summary where the document has none.</param>
    /// <param name="remarks">A remark that follows the document's own.</param>
    public static string Write(DocShape doc, string summary, string? remarks = null) => Source.Lines(
    [
        DocComment.Element("summary", doc.Summary ?? summary, Value(doc)),
        (doc.Remarks ?? remarks) is { Length: > 0 } first ? DocComment.Element("remarks", first, doc.Remarks is null ? null : remarks) : "",
    ]);

    /// <summary>The doc comment of a member, and the attribute of one that the document advises against.</summary>
    public static string WriteMember(DocShape doc, string summary, string? remarks = null) => Source.Lines([Write(doc, summary, remarks), Obsolete(doc)]);

    /// <summary>The attributes of an emitted type, which follow its whole doc comment. Coverage and analysis tools look for the second.</summary>
    /// <example><c>[GeneratedCode("Kiln", null)]</c>: without a version, so that a release of Kiln changes no emitted file.</example>
    public static string TypeAttributes(DocShape doc) => Source.Lines([Obsolete(doc), "[GeneratedCode(\"Kiln\", null)]"]);

    /// <summary>The attribute of what the document advises against; nothing for all else. It follows the whole doc comment.</summary>
    public static string Obsolete(DocShape doc) => Obsolete(doc.Deprecation);

    /// <inheritdoc cref="Obsolete(DocShape)"/>
    public static string Obsolete(string? deprecation) => deprecation is { } reason ? $"[global::System.Obsolete({CSharpText.Literal(reason)})]" : "";

    /// <summary>A name with its article, by its first letter.</summary>
    /// <example>an `Order`</example>
    public static string WithArticle(string name) => $"{("AEIOaeio".IndexOf(name[0]) >= 0 ? "an" : "a")} `{name}`";

    /// <summary>What restricts the values of a parameter, as a sentence for each limit; <see langword="null"/> for nothing.</summary>
    public static string? Limits(EquatableArray<(string Label, string Value)> limits) =>
        limits.Count == 0 ? null : string.Join(" ", limits.Select(l => $"{l.Label}: {DocComment.Code(l.Value)}."));

    // An element of its own would be longer than what it says.
    private static string? Value(DocShape doc) => (ConstantOrDefault(doc), Limits(doc.Limits)) switch
    {
        ({ } value, { } limits) => $"{limits} {value}",
        var (value, limits) => value ?? limits,
    };

    private static string? ConstantOrDefault(DocShape doc) => doc switch
    {
        { Constant: { } only } => $"Only value: {DocComment.Code(only)}.",
        { Default: { } json } => $"Default: {DocComment.Code(json)}.",
        _ => null,
    };
}
