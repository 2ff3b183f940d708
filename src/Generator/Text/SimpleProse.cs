using System.Text;

namespace Kiln.Generator.Text;

/// <summary>Writes a sentence in which nothing but code is marked, which nearly all doc comments are, without the detour through blocks.</summary>
internal static class SimpleProse
{
    /// <summary>Appends the text as XML.</summary>
    /// <returns>Whether it is such a sentence; if not, what was appended means nothing.</returns>
    public static bool TryAppend(StringBuilder xml, string text)
    {
        if (text.Length == 0 || !(char.IsLetter(text[0]) || text[0] == '`') || char.IsWhiteSpace(text[text.Length - 1]))
            return false;

        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '`':
                    var end = text.IndexOf('`', i + 1);
                    if (end < i + 2 || text[i + 1] == ' ' || end + 1 < text.Length && text[end + 1] == '`')
                        return false;
                    xml.Append(text, start, i - start).Append("<c>");
                    var code = text.Substring(i + 1, end - i - 1);
                    if (code.IndexOf('\n') >= 0)
                        return false;
                    xml.Append(DocComment.Escape(code)).Append("</c>");
                    start = end + 1;
                    i = end;
                    break;
                case '>' or '\\' or '*' or '_' or '!' or '[' or ']' or '<' or '&' or '|' or < ' ' or > '~':
                    return false;
            }
        }
        xml.Append(text, start, text.Length - start);
        return true;
    }
}
