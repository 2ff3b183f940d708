using Kiln.Generator.Shapes.Files;
using Kiln.Generator.Text;

namespace Kiln.Generator.Emission;

/// <summary>Writes doc comments, and the attribute that goes with what they say.</summary>
internal static class Docs
{
    public static string Write(DocShape doc) => Source.Lines(
    [
        DocComment.Element("summary", doc.Summary),
        doc.Remarks is { Length: > 0 } remarks ? DocComment.Element("remarks", remarks) : "",
    ]);

    /// <summary>The doc comment of a member that has nothing else before it.</summary>
    public static string WriteMember(DocShape doc) => Source.Lines([Write(doc), Obsolete(doc)]);

    /// <summary>The attributes of an emitted type, which stand behind its whole doc comment. Coverage and analysis tools look for the second.</summary>
    /// <example><c>[GeneratedCode("Kiln", null)]</c>: without a version, so that a release of Kiln changes no emitted file.</example>
    public static string TypeAttributes(DocShape doc) => Source.Lines([Obsolete(doc), "[GeneratedCode(\"Kiln\", null)]"]);

    /// <summary>The attribute of what the document advises against; nothing for all else. It stands behind the whole doc comment.</summary>
    public static string Obsolete(DocShape doc) => doc.Deprecation is { } words ? $"[global::System.Obsolete({CSharpText.Literal(words)})]" : "";
}
