using Kiln.Generator.Shapes.Files;
using Kiln.Generator.Text;

namespace Kiln.Generator.Emission;

/// <summary>Writes doc comments.</summary>
internal static class Docs
{
    public static string Write(DocShape doc) => Source.Lines(
    [
        DocComment.Element("summary", doc.Summary),
        Remarks(doc) is { Length: > 0 } remarks ? DocComment.Element("remarks", remarks) : "",
    ]);

    private static string Remarks(DocShape doc) => (doc.Remarks, doc.IsDeprecated) switch
    {
        (var remarks, false) => remarks ?? "",
        (null, true) => "The document advises against it (deprecated).",
        (var remarks, true) => $"The document advises against it (deprecated).\n{remarks}",
    };
}
