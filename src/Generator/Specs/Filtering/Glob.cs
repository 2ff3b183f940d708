namespace Kiln.Generator.Specs.Filtering;

/// <summary>A pattern in which <c>*</c> matches any characters and <c>?</c> one. In a path neither matches a slash, <c>**</c> matches any characters, <c>/**/</c> also matches a single slash, and <c>/pets/**</c> also matches <c>/pets</c>.</summary>
internal sealed class Glob
{
    private enum Token
    {
        Character,
        One,
        Any,
        AnyAtAll,
        /// <summary>Matches nothing; the next two tokens, any characters and a slash, are optional.</summary>
        Optional,
    }

    private readonly List<(Token Token, char Character)> tokens = [];
    private readonly bool isPath;

    private Glob(string pattern, bool isPath)
    {
        Pattern = pattern;
        this.isPath = isPath;
        for (var i = 0; i < pattern.Length; i++)
        {
            var isDeep = pattern[i] == '*' && i + 1 < pattern.Length && pattern[i + 1] == '*';
            var isFolders = isDeep && isPath && (i == 0 || pattern[i - 1] == '/') && i + 2 < pattern.Length && pattern[i + 2] == '/';
            if (isFolders)
                tokens.Add((Token.Optional, '*'));
            tokens.Add(pattern[i] switch
            {
                '*' => (isDeep || !isPath ? Token.AnyAtAll : Token.Any, '*'),
                '?' => (Token.One, '?'),
                var character => (Token.Character, character),
            });
            while (isDeep && i + 1 < pattern.Length && pattern[i + 1] == '*')
                i++;
        }
    }

    public string Pattern { get; }

    /// <summary>Whether the pattern has matched anything so far.</summary>
    public bool HasMatched { get; private set; }

    public static Glob ForPaths(string pattern) => new(pattern, isPath: true);

    public static Glob ForNames(string pattern) => new(pattern, isPath: false);

    public bool Matches(string text)
    {
        var isMatch = IsMatch(text) || (isPath && Pattern.EndsWith("/**", StringComparison.Ordinal) && Pattern.Length > 3 && IsMatch(text + "/"));
        HasMatched |= isMatch;
        return isMatch;
    }

    // Simulates all states at once: a pattern of many wildcards takes no more time than its length times that of the text.
    private bool IsMatch(string text)
    {
        var states = new bool[tokens.Count + 1];
        states[0] = true;
        SkipWildcards(states);
        foreach (var character in text)
        {
            var next = new bool[tokens.Count + 1];
            for (var i = 0; i < tokens.Count; i++)
            {
                if (!states[i] || !Takes(tokens[i], character))
                    continue;
                next[IsWildcard(i) ? i : i + 1] = true;
            }
            SkipWildcards(next);
            states = next;
        }
        return states[tokens.Count];
    }

    private void SkipWildcards(bool[] states)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (states[i] && (IsWildcard(i) || tokens[i].Token == Token.Optional))
                states[i + 1] = true;
            if (states[i] && tokens[i].Token == Token.Optional)
                states[i + 3] = true;
        }
    }

    private bool IsWildcard(int index) => tokens[index].Token is Token.Any or Token.AnyAtAll;

    private bool Takes((Token Token, char Character) token, char character) => token.Token switch
    {
        Token.AnyAtAll => true,
        Token.Optional => false,
        Token.Any or Token.One => !isPath || character != '/',
        _ => token.Character == character,
    };
}
