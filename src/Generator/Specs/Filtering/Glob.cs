namespace Kiln.Generator.Specs.Filtering;

/// <summary>A pattern in which <c>*</c> stands for any characters and <c>?</c> for one. Over paths neither stands for a slash, <c>**</c> stands for any characters, <c>/**/</c> for a slash too, and <c>/pets/**</c> names <c>/pets</c>.</summary>
internal sealed class Glob
{
    private enum Token
    {
        Character,
        One,
        Any,
        AnyAtAll,
        /// <summary>Nothing; the next two, any characters and a slash, may be left out.</summary>
        Optional,
    }

    private readonly List<(Token Token, char Character)> tokens = [];
    private readonly bool overPaths;

    private Glob(string pattern, bool overPaths)
    {
        Pattern = pattern;
        this.overPaths = overPaths;
        for (var i = 0; i < pattern.Length; i++)
        {
            var isDeep = pattern[i] == '*' && i + 1 < pattern.Length && pattern[i + 1] == '*';
            var isFolders = isDeep && overPaths && (i == 0 || pattern[i - 1] == '/') && i + 2 < pattern.Length && pattern[i + 2] == '/';
            if (isFolders)
                tokens.Add((Token.Optional, '*'));
            tokens.Add(pattern[i] switch
            {
                '*' => (isDeep || !overPaths ? Token.AnyAtAll : Token.Any, '*'),
                '?' => (Token.One, '?'),
                var character => (Token.Character, character),
            });
            while (isDeep && i + 1 < pattern.Length && pattern[i + 1] == '*')
                i++;
        }
    }

    public string Pattern { get; }

    /// <summary>Whether anything was named by the pattern so far.</summary>
    public bool HasMatched { get; private set; }

    public static Glob OverPaths(string pattern) => new(pattern, overPaths: true);

    public static Glob OverNames(string pattern) => new(pattern, overPaths: false);

    public bool Matches(string text)
    {
        var isMatch = IsMatch(text) || (overPaths && Pattern.EndsWith("/**", StringComparison.Ordinal) && Pattern.Length > 3 && IsMatch(text + "/"));
        HasMatched |= isMatch;
        return isMatch;
    }

    // All ways at once, character by character: a pattern of many stars costs no more than its length times the text's.
    private bool IsMatch(string text)
    {
        var at = new bool[tokens.Count + 1];
        at[0] = true;
        PassStars(at);
        foreach (var character in text)
        {
            var next = new bool[tokens.Count + 1];
            for (var i = 0; i < tokens.Count; i++)
            {
                if (!at[i] || !Takes(tokens[i], character))
                    continue;
                next[IsStar(i) ? i : i + 1] = true;
            }
            PassStars(next);
            at = next;
        }
        return at[tokens.Count];
    }

    private void PassStars(bool[] at)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (at[i] && (IsStar(i) || tokens[i].Token == Token.Optional))
                at[i + 1] = true;
            if (at[i] && tokens[i].Token == Token.Optional)
                at[i + 3] = true;
        }
    }

    private bool IsStar(int index) => tokens[index].Token is Token.Any or Token.AnyAtAll;

    private bool Takes((Token Token, char Character) token, char character) => token.Token switch
    {
        Token.AnyAtAll => true,
        Token.Optional => false,
        Token.Any or Token.One => !overPaths || character != '/',
        _ => token.Character == character,
    };
}
