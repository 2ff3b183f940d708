using System.Text;
using Kiln.Generator.Text.Prose;

namespace Kiln.Generator.Text;

/// <summary>Writes a paragraph as XML: one line, and another behind each break that a reader sees.</summary>
internal static class InlineXml
{
    /// <summary>The lines; none that is blank.</summary>
    /// <param name="tokens">What the paragraph consists of.</param>
    /// <param name="tagSpace">What stands for a space within a tag.</param>
    public static IReadOnlyList<string> Lines(IReadOnlyList<ProseToken> tokens, char tagSpace)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        for (var i = 0; i < tokens.Count; i++)
        {
            switch (tokens[i])
            {
                case PlainText plain:
                    line.Append(DocComment.Escape(plain.Text));
                    break;
                case InlineCode code:
                    line.Append("<c>").Append(DocComment.Escape(code.Text)).Append("</c>");
                    break;
                case LinkStart link:
                    var length = OwnTextLength(tokens, i, link.Url);
                    line.Append("<see").Append(tagSpace).Append("href=\"").Append(DocComment.Escape(link.Url)).Append(length > 0 ? "\"/>" : "\">");
                    i += length;
                    break;
                case LinkEnd:
                    line.Append("</see>");
                    break;
                case LineBreak:
                    EndLine("<br/>");
                    break;
                case LineEnd:
                    line.Append(' ');
                    break;
            }
        }
        EndLine();
        return lines;

        void EndLine(string end = "")
        {
            if (line.ToString().Trim() + end is { Length: > 0 } text)
                lines.Add(text);
            line.Clear();
        }
    }

    // A link that has no text, or its URL as text, needs none: how many tokens that is.
    private static int OwnTextLength(IReadOnlyList<ProseToken> tokens, int start, string url)
    {
        if (start + 1 < tokens.Count && tokens[start + 1] is LinkEnd)
            return 1;
        return start + 2 < tokens.Count && tokens[start + 1] is PlainText { Text: var text } && text == url && tokens[start + 2] is LinkEnd ? 2 : 0;
    }
}
