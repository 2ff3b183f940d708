namespace Kiln.Generator.Text.Prose;

/// <summary>
/// Removes the marks of emphasis, which doc comments do not show. Descriptions are full of asterisks and underscores that are none (<c>heads/*</c>, a regular
/// expression), so a mark is only taken for one where a word begins or ends.
/// </summary>
internal static class Emphasis
{
    // Scripts without spaces between words.
    private const char FirstIdeograph = '\u2e80';

    /// <summary>The marks at an index of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where they begin.</param>
    /// <param name="count">How many there are.</param>
    public static EmphasisMark Read(string text, int start, int count)
    {
        // Underscores are parts of paths in URLs.
        var before = start == 0 ? ' ' : text[start - 1];
        var after = start + count < text.Length ? text[start + count] : ' ';
        var canOpen = IsOutside(before, text[start] == '*' ? "([{\"'*_~>-/:," : "([{\"'*_~>-", count) && !char.IsWhiteSpace(after) && (char.IsLetterOrDigit(after) || "`[\"'(<!*_$@#&:".IndexOf(after) >= 0);
        var canClose = IsOutside(after, ")]}\"'*_~<-/.,;:!?", count) && !char.IsWhiteSpace(before);
        return new(text[start], count, canOpen, canClose);
    }

    /// <summary>The same tokens without the marks that belong together; the other marks are text.</summary>
    public static List<ProseToken> Remove(List<ProseToken> tokens)
    {
        var first = 0;
        while (first < tokens.Count && tokens[first] is not EmphasisMark)
            first++;
        if (first == tokens.Count)
            return tokens;

        // Those that are open, the last one last.
        var left = new int[tokens.Count];
        List<int> asterisks = [], underscores = [];
        for (var i = first; i < tokens.Count; i++)
        {
            if (tokens[i] is not EmphasisMark mark)
                continue;
            left[i] = mark.Count;
            var open = mark.Mark == '*' ? asterisks : underscores;
            while (mark.CanClose && left[i] > 0 && open.Count > 0)
            {
                var last = open[open.Count - 1];
                var pair = Math.Min(left[i], left[last]);
                left[i] -= pair;
                left[last] -= pair;
                if (left[last] == 0)
                    open.RemoveAt(open.Count - 1);
            }
            if (mark.CanOpen && left[i] > 0)
                open.Add(i);
        }

        var rest = new List<ProseToken>(tokens.Count);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i] is not EmphasisMark mark)
                rest.Add(tokens[i]);
            else if (left[i] > 0)
                rest.Add(new PlainText(new string(mark.Mark, left[i])));
        }
        return rest;
    }

    private static bool IsOutside(char c, string marks, int count) => char.IsWhiteSpace(c) || marks.IndexOf(c) >= 0 || c > '\u2000' && c < FirstIdeograph || count > 1 && c >= FirstIdeograph;
}
