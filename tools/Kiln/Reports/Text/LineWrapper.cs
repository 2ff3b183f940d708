namespace Kiln.Tool.Reports.Text;

/// <summary>Breaks a sentence into lines.</summary>
internal static class LineWrapper
{
    /// <summary>The lines, each no longer than the width, but for a word that is longer by itself.</summary>
    public static IEnumerable<string> Wrap(string text, int width)
    {
        var start = 0;
        while (text.Length - start > width)
        {
            var end = text.LastIndexOf(' ', start + width, width);
            if (end <= start)
                end = text.IndexOf(' ', start + width);
            if (end < 0)
                break;

            yield return text[start..end].TrimEnd();
            start = end + 1;
            while (start < text.Length && text[start] == ' ')
                start++;
        }
        yield return text[start..];
    }
}
