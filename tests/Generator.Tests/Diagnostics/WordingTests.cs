using System.Text.RegularExpressions;
using Kiln.Generator.Diagnostics;

namespace Kiln.Generator.Tests.Diagnostics;

/// <summary>Diagnostics and documentation use plain technical English: phrases that this project once coined, or used in a sense of its own, do not come back.</summary>
public class WordingTests
{
    // A phrase is a regular expression. "Is no longer" and the like are ordinary English.
    private static readonly string[] Phrases =
    [
        "mend(s|ed|ing)?", "stands? twice", "leads? (nowhere|to nothing|out of|back to)", "the way to", "(?<!there )(is|are) no (?!longer)[a-z]+", "(told|tells?) .{0,40}apart",
        "(is|are|be) told", "carried", "half a character", "as it came", "word for", "house", "makes a", "answers?", "handed out", "laid over", "nobody", "gone on with", "goes? on (with|behind)",
    ];

    // The emitter's own sentences of old, so that no description in a scenario's document contains them.
    private static readonly string[] EmittedPhrases =
    [
        "the way to `", "ends the call early", "makes a builder", "makes an empty one", "the request itself, not sent", "the same call, with the answer", "that is no success",
        "may be asked with", "what is left null is not sent", "the text as it travels", "goes the way of", "as the service sends it", "an error answer, with its body",
        "that `[^`]*` answers with", "only answers have it", "answers leave it out", "one of some \\w+s",
    ];

    [Fact]
    public void Diagnostics_use_plain_terms() => AssertPlain(
        Rules.All.SelectMany(r => new[] { new Line(r.Id, "title", r.Title), new Line(r.Id, "message", r.MessageFormat) }),
        Phrases);

    [Fact]
    public void Pages_use_plain_terms() => AssertPlain(
        Directory.GetFiles(Path.Combine(Checkout.Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Append(Path.Combine(Checkout.Root, "README.md"))
            .SelectMany(Prose),
        Phrases);

    [Fact]
    public void Emitted_docs_use_plain_terms() => AssertPlain(
        Directory.GetFiles(Path.Combine(Checkout.Root, "tests", "Generator.Tests", "Scenarios"), "*.verified.cs", SearchOption.AllDirectories).SelectMany(DocComments),
        EmittedPhrases);

    private static void AssertPlain(IEnumerable<Line> lines, string[] phrases)
    {
        var any = new Regex($@"\b(?:{string.Join('|', phrases)})(?!\w)", RegexOptions.IgnoreCase);
        var found = from line in lines
                    from match in any.Matches(line.Text)
                    select $"{line.File}({line.Place}): \"{match.Value}\"";

        Assert.Equal("", string.Join('\n', found.Order(StringComparer.Ordinal)));
    }

    // Without code, and without the table of faults, whose rows are the names of tests.
    private static IEnumerable<Line> Prose(string file)
    {
        var name = Path.GetRelativePath(Checkout.Root, file).Replace('\\', '/');
        var (isCode, isTable) = (false, false);
        foreach (var (index, text) in File.ReadAllLines(file).Index())
        {
            if (text.StartsWith("```", StringComparison.Ordinal))
                isCode = !isCode;
            isTable = (isTable || text.StartsWith("<!-- faults", StringComparison.Ordinal)) && !text.StartsWith("<!-- /faults", StringComparison.Ordinal);
            if (!isCode && !isTable)
                yield return new(name, $"{index + 1}", Regex.Replace(text, "`[^`]*`", "`…`"));
        }
    }

    private static IEnumerable<Line> DocComments(string file) =>
        from line in File.ReadAllLines(file).Index()
        where line.Item.TrimStart().StartsWith("///", StringComparison.Ordinal)
        select new Line(Path.GetRelativePath(Checkout.Root, file), $"{line.Index + 1}", line.Item.Replace("<c>", "`").Replace("</c>", "`"));

    private sealed record Line(string File, string Place, string Text);
}
