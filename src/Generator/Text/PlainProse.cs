using System.Text;
using Kiln.Generator.Text.Prose;

namespace Kiln.Generator.Text;

/// <summary>Descriptions without markup, for messages of the compiler.</summary>
internal static class PlainProse
{
    /// <summary>The text, with each paragraph, item and line of code on a line. Code is between backticks.</summary>
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var block in ProseReader.Read(text))
        {
            if (plain.Length > 0)
                plain.Append('\n');
            switch (block)
            {
                case Paragraph paragraph:
                    Append(plain, paragraph.Tokens);
                    break;
                case ListItem item:
                    Append(plain, item.Tokens);
                    break;
                case CodeBlock code:
                    plain.Append(string.Join("\n", code.Lines));
                    break;
            }
        }
        return plain.ToString();
    }

    private static void Append(StringBuilder plain, IReadOnlyList<ProseToken> tokens)
    {
        foreach (var token in tokens)
        {
            plain.Append(token switch
            {
                PlainText text => text.Text,
                InlineCode code => $"`{code.Text}`",
                LineEnd => " ",
                LineBreak => "\n",
                _ => "",
            });
        }
    }
}
