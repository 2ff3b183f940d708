using CsCheck;
using Kiln.Generator.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Generator.Tests.Text;

/// <summary>A document can say anything, and never becomes code.</summary>
public sealed class TextTests
{
    private static readonly string[] Hostile =
    [
        "\"", "\\", "\"\"\"", "*/", "</summary>", "\r\n", "\n", "\u0085", "\u2028", "\u2029", "\u202E", "\0", "{", "}", "{0}", "#pragma", "]]>", "&", "`", "\uD800", "\uDC00", "\uFEFF", "\uFFFF", "é", "字",
    ];

    private static readonly Gen<string> Texts = Gen.OneOf(Gen.Int[0, Hostile.Length - 1].Select(i => Hostile[i]), Gen.String[0, 8]).List[0, 12].Select(string.Concat);

    [Fact]
    public void A_literal_means_the_text() => Texts.Sample(text =>
    {
        var literal = SyntaxFactory.ParseExpression(CSharpText.Literal(text));

        Assert.False(literal.ContainsDiagnostics, CSharpText.Literal(text));
        Assert.Equal(text, Assert.IsType<LiteralExpressionSyntax>(literal).Token.ValueText);
    });

    [Fact]
    public void A_doc_comment_is_well_formed_and_ends_where_it_should() => Texts.Sample(text =>
    {
        var source = DocComment.Element("summary", text) + "\npublic class C;";

        var tree = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.CSharp12, DocumentationMode.Diagnose));

        Assert.Empty(tree.GetDiagnostics());
        Assert.IsType<ClassDeclarationSyntax>(Assert.Single(((CompilationUnitSyntax)tree.GetRoot()).Members));
        Assert.DoesNotContain(tree.GetRoot().DescendantTrivia(), t => t.IsDirective);
    });

    [Theory]
    [InlineData("Use `x` here.", "/// <summary>Use <c>x</c> here.</summary>")]
    [InlineData("One ` tick.", "/// <summary>One ` tick.</summary>")]
    [InlineData("`a < b`", "/// <summary><c>a &lt; b</c></summary>")]
    [InlineData("one\ntwo", "/// <summary>one two</summary>")]
    public void Prose_becomes_a_doc_comment(string text, string expected) => Assert.Equal(expected, DocComment.Element("summary", text));

    [Fact]
    public void A_long_line_is_wrapped_between_words()
    {
        var lines = DocComment.Element("summary", string.Join(' ', Enumerable.Repeat("word", 60))).Split('\n');

        Assert.All(lines, line => Assert.InRange(line.Length, 1, 124));
        Assert.Equal(60, lines.Sum(l => l.Split(' ').Count(w => w == "word")));
    }

    [Fact]
    public void A_hole_of_several_lines_stands_at_its_column_and_an_empty_one_takes_its_line_along()
    {
        var text = Source.Of($$"""
            class C
            {
                {{""}}

                {{"int a;\nint b;"}}

                {{""}}
            }
            """);

        Assert.Equal("class C\n{\n    int a;\n    int b;\n}", text);
    }
}
