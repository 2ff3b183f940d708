using System.Diagnostics;
using CsCheck;
using Kiln.Generator.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Generator.Tests.Text;

/// <summary>Descriptions are Markdown, HTML or neither, and become doc comments that editors show well.</summary>
public sealed class DescriptionTests
{
    // What means something to Markdown, HTML or XML.
    private static readonly string[] Fragments =
    [
        "*", "**", "_", "__", "`", "``", "```\n", "~~~\n", "[", "](", ")", "![", "](https://x.y)", "](javascript:x)", "](https://x.y\" onclick=\"z)", "<https://x.y>", "\\", "\\*", "#", "# ", "- ", "1. ",
        "2. ", "> ", "|", "|---|\n", "---\n", "===\n", "\n", "\n\n", "  \n", "    ", "&amp;", "&lt;", "&#10;", "&#0;", "&#x202e;", "&#xD800;", "&nope;", "&", "<", ">", "</", "/>", "<!--", "-->", "<![CDATA[", "]]>",
        "<p>", "</p>", "<br>", "<br/>", "<ul>", "<ol>", "<li>", "</li>", "</ul>", "<a href=\"https://x.y?a=1&b=2\">", "<a href='javascript:x'>", "<a href=\"https://x.y", "</a>", "<code>", "</code>", "<pre>",
        "</pre>", "<b>", "</b>", "<table>", "<tr>", "<td>", "</td>", "<img alt=\"x\">", "<sup>", "</sup>", "<id>", "<T>", "</summary>", "</see>", "</para>", "<see cref=\"x\"/>", "a", "b c", ".", ":",
    ];

    private static readonly Gen<string> Texts = Gen.OneOf(Gen.Int[0, Fragments.Length - 1].Select(i => Fragments[i]), Gen.String[0, 3]).List[0, 30].Select(string.Concat);

    [Theory]
    // Emphasis, and what only looks like it.
    [InlineData("**Note:** use _this_ or *that*.", "Note: use this or that.")]
    [InlineData("snake_case_name, __init, heads/*, 2 * 3 * 4, a*b*c", "snake_case_name, __init, heads/*, 2 * 3 * 4, a*b*c")]
    [InlineData("must match '([A-Za-z0-9][-A-Za-z0-9_.]*)?[a-z]*' or [a-z]+", "must match '([A-Za-z0-9][-A-Za-z0-9_.]*)?[a-z]*' or [a-z]+")]
    [InlineData("_**Note**: if `ids` is set, x is ignored._", "Note: if <c>ids</c> is set, x is ignored.")]
    [InlineData("这是**粗体**文字", "这是粗体文字")]
    // Links.
    [InlineData("See [the docs](https://x.y/a_b_c?d=1&e=2 \"Title\").", "See <see href=\"https://x.y/a_b_c?d=1&amp;e=2\">the docs</see>.")]
    [InlineData("[`id`](https://x.y/Atom_(standard))", "<see href=\"https://x.y/Atom_(standard)\"><c>id</c></see>")]
    [InlineData("[Spotify IDs](/documentation/ids), [x](javascript:alert(1)), [a][b], [z](ftp://x)", "Spotify IDs, x, [a][b], z")]
    [InlineData("<https://x.y> and [https://x.y](https://x.y) and https://x.y/_a_", "<see href=\"https://x.y\"/> and <see href=\"https://x.y\"/> and https://x.y/_a_")]
    [InlineData("<a class='b' href='https://x.y'>the <b>docs</b></a>, <a href=\"/z\">more</a>, <a name=x></a>.", "<see href=\"https://x.y\">the docs</see>, more, .")]
    [InlineData("[x](https://x.y\" onclick=\"z) [y](https://x<y)", "[x](https://x.y\" onclick=\"z) y")]
    [InlineData("an image ![of a cat](https://x.y/cat.png), <img src=x alt='a dog'>", "an image of a cat, a dog")]
    [InlineData("[![badge](https://b.c)](https://x.y) [a [b](https://x.y) c]", "[badge](https://x.y) [a <see href=\"https://x.y\">b</see> c]")]
    // Code.
    [InlineData("`a < b`, ``x ` y``, <code>&lt;id&gt;</code>, <tt>z</tt>, one ` tick", "<c>a &lt; b</c>, <c>x ` y</c>, <c>&lt;id&gt;</c>, <c>z</c>, one ` tick")]
    // What is no tag.
    [InlineData("<id>, List<T>, a < b, <branch name>", "&lt;id&gt;, List&lt;T&gt;, a &lt; b, &lt;branch name&gt;")]
    [InlineData("x <code>, </nope>, </p, a </b>", "x &lt;code&gt;, &lt;/nope&gt;, &lt;/p, a &lt;/b&gt;")]
    [InlineData("<strong>A</strong> <span style='x'>b</span> 10<sup>3</sup> H<sub>2</sub>O <!-- no --> c", "A b 10^3 H2O  c")]
    [InlineData("&quot;a&quot; &amp; &lt;b&gt; &mdash; &#233; &nope; &#10;x", "\"a\" &amp; &lt;b&gt; — é &amp;nope;  x")]
    [InlineData("Is \\* not \\_emphasis\\_ but C:\\dir and \\d+", "Is * not _emphasis_ but C:\\dir and \\d+")]
    [InlineData("> 5 is a quotation, >= 5 and >0 are not", "5 is a quotation, >= 5 and >0 are not", true)]
    [InlineData(">= 5", "&gt;= 5")]
    [InlineData("-1 or +1, 3. or #5", "-1 or +1, 3. or #5")]
    public void Text_is_shown_as_text(string description, string expected, bool escapes = false) => Assert.Equal(
        $"/// <summary>{(escapes ? DocComment.Escape(expected) : expected)}</summary>", DocComment.Element("summary", description));

    [Theory]
    [InlineData("One.\n\nTwo\nlines.", "One.\n<para>Two lines.</para>")]
    [InlineData("<p>One.</p><p>Two.<br>Three.</p>", "One.\n<para>Two.<br/>\nThree.</para>")]
    [InlineData("One:  \n\\* `a` - b.  \n\\* `c`", "One:\n<list type=\"bullet\">\n<item><c>a</c> - b.</item>\n<item><c>c</c></item>\n</list>")]
    [InlineData("One:\n* a\n  b\n\n- c\n\n  d\n\nEnd", "One:\n<list type=\"bullet\">\n<item>a b</item>\n<item>c<br/>\nd</item>\n</list>\n<para>End</para>")]
    [InlineData("<ul><li>a</li>\n<li><p>b</p></li></ul>End", "<list type=\"bullet\">\n<item>a</item>\n<item>b</item>\n</list>\n<para>End</para>")]
    [InlineData("<ol><li>a<li>b</ol>", "<list type=\"number\">\n<item>a</item>\n<item>b</item>\n</list>")]
    [InlineData("1. a\n2. b\n\n3. c\n5. d", "<list type=\"number\">\n<item>a</item>\n<item>b</item>\n<item>c 5. d</item>\n</list>")]
    [InlineData("#### Head\nText\n\nHead\n----\nText\n***\nText", "Head\n<para>Text</para>\n<para>Head</para>\n<para>Text</para>\n<para>Text</para>")]
    [InlineData("One\n> Two\n>* a\n\nThree", "One\n<para>Two</para>\n<list type=\"bullet\">\n<item>a</item>\n</list>\n<para>Three</para>")]
    [InlineData("Run:\n\n```sh\n./a <b>\n  --c  \n```\nEnd", "Run:\n<code>\n./a &lt;b&gt;\n  --c\n</code>\n<para>End</para>")]
    [InlineData("<pre><code>a\n  b</code></pre>", "<code>\na\n  b\n</code>")]
    [InlineData("T:\n\n| A | B |\n| --- | --- |\n| `a` | b |\n\nEnd", "T:\n<para>A | B<br/>\n<c>a</c> | b</para>\n<para>End</para>")]
    [InlineData("<table><tr><th>A</th><th>B</th></tr><tr><td>a</td><td>b</td></tr></table>", "A | B<br/>\na | b")]
    public void Blocks_are_shown_as_blocks(string description, string expected) => Assert.Equal(
        $"/// <summary>\n{string.Concat(expected.Split('\n').Select(l => $"/// {l}\n"))}/// </summary>", DocComment.Element("summary", description));

    [Theory]
    [InlineData("How many", "/// <summary>How many. Default: <c>20</c>.</summary>")]
    [InlineData("How many?", "/// <summary>How many? Default: <c>20</c>.</summary>")]
    [InlineData("One:\n- a", "/// <summary>\n/// One:\n/// <list type=\"bullet\">\n/// <item>a</item>\n/// </list>\n/// <para>Default: <c>20</c>.</para>\n/// </summary>")]
    [InlineData("```\nx", "/// <summary>\n/// <code>\n/// x\n/// </code>\n/// <para>Default: <c>20</c>.</para>\n/// </summary>")]
    [InlineData("<!-- x -->", "/// <summary>&lt;!-- x --&gt;. Default: <c>20</c>.</summary>")]
    public void A_sentence_follows_whatever_the_text_is(string description, string expected) => Assert.Equal(expected, DocComment.Element("summary", description, "Default: `20`."));

    [Theory]
    [InlineData("a")]
    [InlineData("a`b")]
    [InlineData("`a`` **b**")]
    public void Code_stays_code(string code) => Assert.Equal($"/// <summary>x <c>{code}</c> y</summary>", DocComment.Element("summary", $"x {DocComment.Code(code)} y"));

    [Theory]
    [InlineData("**Deprecated**: use [`a.b`](https://x.y) or\n<code>c</code> &amp; d.\n\n- One\n- <id>", "Deprecated: use `a.b` or `c` & d.\nOne\n<id>")]
    [InlineData("Run<br>```x```\n\n```\ny\n  z\n```", "Run\n`x`\ny\n  z")]
    public void A_message_has_no_markup(string description, string expected) => Assert.Equal(expected, PlainProse.Of(description));

    [Fact]
    public void Every_description_is_well_formed_and_links_only_to_http() => Texts.Sample(text =>
    {
        var source = DocComment.Element("summary", text, "End.") + "\npublic class C;";

        var tree = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.CSharp12, DocumentationMode.Diagnose));

        Assert.True(!tree.GetDiagnostics().Any(), source);
        Assert.IsType<ClassDeclarationSyntax>(Assert.Single(((CompilationUnitSyntax)tree.GetRoot()).Members));
        var nodes = tree.GetRoot().DescendantNodes(descendIntoTrivia: true).ToList();
        Assert.Single(nodes.OfType<DocumentationCommentTriviaSyntax>());
        Assert.All(nodes.OfType<XmlNameSyntax>(), name => Assert.Contains(name.LocalName.ValueText, (string[])["summary", "c", "see", "href", "para", "br", "list", "type", "item", "code"]));
        Assert.All(nodes.OfType<XmlTextAttributeSyntax>().Where(a => a.Name.LocalName.ValueText == "href"), a => Assert.StartsWith("http", string.Concat(a.TextTokens), StringComparison.OrdinalIgnoreCase));
    }, iter: 2000);

    [Fact(Timeout = 60_000)]
    public async Task A_long_description_takes_no_longer_than_its_length_asks_for()
    {
        var slowest = await Task.Run(() => Fragments.Max(fragment =>
        {
            var text = string.Concat(Enumerable.Repeat(fragment, 200_000 / fragment.Length));
            var started = Stopwatch.GetTimestamp();
            DocComment.Element("summary", text);
            return Stopwatch.GetElapsedTime(started);
        }), TestContext.Current.CancellationToken);

        Assert.InRange(slowest, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }
}
