namespace Kiln.Generator.Text.Prose;

/// <summary>What a tag of HTML does to the text.</summary>
internal enum HtmlEffect
{
    /// <summary>Nothing that a doc comment shows.</summary>
    None,

    /// <summary>It begins or ends a paragraph.</summary>
    Paragraph,

    /// <summary>It breaks the line.</summary>
    Break,

    /// <summary>It begins or ends a list.</summary>
    List,

    /// <summary>It begins or ends an item of a list.</summary>
    Item,

    /// <summary>It begins or ends a cell of a table.</summary>
    Cell,

    /// <summary>It begins or ends code within a line.</summary>
    Code,

    /// <summary>It begins or ends lines of code.</summary>
    Preformatted,

    /// <summary>It begins or ends a link.</summary>
    Link,

    /// <summary>It is an image.</summary>
    Image,

    /// <summary>It begins or ends an exponent.</summary>
    Superscript,
}

/// <summary>A tag of HTML in a description.</summary>
/// <param name="Name">Its name in lower case.</param>
/// <param name="Effect">What it does.</param>
/// <param name="IsEnd">Whether it is an end tag.</param>
/// <param name="Attributes">What is behind the name.</param>
/// <param name="End">The index behind it.</param>
internal sealed record HtmlTag(string Name, HtmlEffect Effect, bool IsEnd, string Attributes, int End)
{
    private const int MaxName = 10;

    /// <summary>Whether an element of this name has no end tag, or need not have one.</summary>
    public bool IsVoid => Name is "br" or "hr" or "img" or "p" or "li" or "td" or "th" or "tr" or "dt" or "dd";

    /// <summary>The tag that begins at an index; <see langword="null"/> for what is text, such as <c>&lt;id&gt;</c> or the <c>&lt;T&gt;</c> of a generic type.</summary>
    public static HtmlTag? Read(string text, int start)
    {
        var name = start + 1;
        var isEnd = name < text.Length && text[name] == '/';
        if (isEnd)
            name++;
        var end = name;
        while (end < text.Length && end - name <= MaxName && IsNamePart(text[end]))
            end++;
        if (end == name || end == text.Length || !char.IsWhiteSpace(text[end]) && text[end] is not ('>' or '/'))
            return null;
        var lower = text.Substring(name, end - name).ToLowerInvariant();
        if (EffectOf(lower) is not { } effect)
            return null;

        // Another tag within this one means that this is none.
        var close = text.IndexOfAny(['<', '>'], end);
        return close < 0 || text[close] == '<' ? null : new(lower, effect, isEnd, text.Substring(end, close - end), close + 1);
    }

    /// <summary>The value of an attribute; <see langword="null"/> if the tag does not have it.</summary>
    public string? Attribute(string name)
    {
        for (var i = 0; (i = Attributes.IndexOf(name, i, StringComparison.OrdinalIgnoreCase)) >= 0; i += name.Length)
        {
            var value = i + name.Length;
            while (value < Attributes.Length && char.IsWhiteSpace(Attributes[value]))
                value++;
            if (i == 0 || !char.IsWhiteSpace(Attributes[i - 1]) || value >= Attributes.Length || Attributes[value] != '=')
                continue;
            value++;
            while (value < Attributes.Length && char.IsWhiteSpace(Attributes[value]))
                value++;
            if (value == Attributes.Length)
                return null;
            var quote = Attributes[value] is '"' or '\'' ? Attributes[value++] : ' ';
            var end = Attributes.IndexOf(quote, value);
            return HtmlEntities.Decode(Attributes.Substring(value, (end < 0 ? Attributes.Length : end) - value));
        }
        return null;
    }

    private static bool IsNamePart(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');

    private static HtmlEffect? EffectOf(string name) => name switch
    {
        "b" or "strong" or "i" or "em" or "u" or "s" or "del" or "ins" or "small" or "big" or "font" or "center" or "span" or "sub" or "tbody" or "thead" or "tfoot" => HtmlEffect.None,
        "p" or "div" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "blockquote" or "table" or "caption" or "hr" or "dl" or "details" or "summary" => HtmlEffect.Paragraph,
        "br" or "tr" or "dt" or "dd" => HtmlEffect.Break,
        "ul" or "ol" => HtmlEffect.List,
        "li" => HtmlEffect.Item,
        "td" or "th" => HtmlEffect.Cell,
        "code" or "tt" or "kbd" or "samp" => HtmlEffect.Code,
        "pre" => HtmlEffect.Preformatted,
        "a" => HtmlEffect.Link,
        "img" => HtmlEffect.Image,
        "sup" => HtmlEffect.Superscript,
        _ => null,
    };
}
