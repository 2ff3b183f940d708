using System.Globalization;
using System.Text;

namespace Kiln.Generator.Text;

/// <summary>Writes the document's text into C#. Nothing that a document says may become code, so all of it goes through here or <see cref="DocComment"/>.</summary>
internal static class CSharpText
{
    /// <summary>A string literal with its quotes: only letters, digits and printable ASCII stand for themselves.</summary>
    public static string Literal(string value)
    {
        var text = new StringBuilder("\"");
        foreach (var c in value)
            AppendCharacter(text, c);
        return text.Append('"').ToString();
    }

    /// <summary>Text between the holes of an interpolated string, without quotes.</summary>
    public static string InterpolatedText(string value)
    {
        var text = new StringBuilder();
        foreach (var c in value)
        {
            AppendCharacter(text, c);
            if (c is '{' or '}')
                text.Append(c);
        }
        return text.ToString();
    }

    private static void AppendCharacter(StringBuilder text, char c)
    {
        switch (c)
        {
            case '"':
                text.Append("\\\"");
                break;
            case '\\':
                text.Append("\\\\");
                break;
            case '\n':
                text.Append("\\n");
                break;
            case '\r':
                text.Append("\\r");
                break;
            case '\t':
                text.Append("\\t");
                break;
            case >= ' ' and <= '~':
                text.Append(c);
                break;
            default:
                // Surrogates are escaped one by one, which gives the same string back, lone ones included.
                if (char.IsLetterOrDigit(c))
                    text.Append(c);
                else
                    text.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
                break;
        }
    }
}
