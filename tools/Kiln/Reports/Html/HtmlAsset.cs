using System.Security.Cryptography;
using System.Text;

namespace Kiln.Tool.Reports.Html;

/// <summary>The style and the script of the page. They are part of it, and the page's policy allows only texts with their hashes, so that nothing in a document can be one.</summary>
/// <param name="Text">What stands in the element.</param>
internal sealed record HtmlAsset(string Text)
{
    public static HtmlAsset Style { get; } = Load("report.css");

    public static HtmlAsset Script { get; } = Load("report.js");

    /// <summary>How the policy names it.</summary>
    /// <example><c>'sha256-…'</c></example>
    public string Source => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))}'";

    private static HtmlAsset Load(string name)
    {
        using var stream = typeof(HtmlAsset).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        // A browser hashes the text as it reads it: with \n, whatever a checkout has.
        return new(reader.ReadToEnd().ReplaceLineEndings("\n"));
    }
}
