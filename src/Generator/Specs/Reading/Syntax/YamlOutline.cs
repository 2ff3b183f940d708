namespace Kiln.Generator.Specs.Reading.Syntax;

/// <summary>
/// The outline of a YAML text: where its quotes, brackets and comments begin and end, and tabs stand as indentation. It is found without parsing, so a
/// text that is not YAML has one too.
/// </summary>
internal sealed class YamlOutline
{
    private readonly List<TextRange> comments = [];
    private readonly List<TextRange> quotedTexts = [];
    private readonly List<TextRange> collections = [];
    private readonly List<OpenBracket> openBrackets = [];

    /// <summary>The comments, from <c>#</c> to the end of the line.</summary>
    public IReadOnlyList<TextRange> Comments => comments;

    /// <summary>The texts in quotes that have several lines, with their quotes.</summary>
    public IReadOnlyList<TextRange> MultiLineQuotes => quotedTexts;

    /// <summary>The outermost collections in brackets.</summary>
    public IReadOnlyList<TextRange> Collections => collections;

    /// <summary>The offset of the quote that is not closed; negative if there is none.</summary>
    public int UnclosedQuote { get; private set; } = -1;

    /// <summary>The offset of the bracket that is not closed, or closed by one of the other kind; negative if there is none.</summary>
    public int UnclosedBracket { get; private set; } = -1;

    /// <summary>The offset of a closing bracket without an opening one; negative if there is none.</summary>
    public int UnopenedBracket { get; private set; } = -1;

    /// <summary>The offset of the first tab that indents a line which is not blank; negative if there is none.</summary>
    public int IndentingTab { get; private set; } = -1;

    /// <summary>Whether brackets are open.</summary>
    public bool IsInBrackets => openBrackets.Count > 0;

    public static YamlOutline Of(string text)
    {
        var outline = new YamlOutline();
        new YamlOutlineScanner(text, outline).Scan();
        if (outline.UnclosedBracket < 0 && outline.openBrackets.Count > 0)
            outline.UnclosedBracket = outline.openBrackets[outline.openBrackets.Count - 1].Offset;
        return outline;
    }

    public void AddComment(int start, int end) => comments.Add(new(start, end));

    public void AddMultiLineQuote(int start, int end) => quotedTexts.Add(new(start, end));

    public void AddUnclosedQuote(int offset) => UnclosedQuote = offset;

    public void AddIndentingTab(int offset)
    {
        if (IndentingTab < 0)
            IndentingTab = offset;
    }

    public void Open(char bracket, int offset) => openBrackets.Add(new(bracket, offset));

    public void Close(char bracket, int offset)
    {
        if (openBrackets.Count == 0)
        {
            if (UnopenedBracket < 0)
                UnopenedBracket = offset;
            return;
        }

        var opened = openBrackets[openBrackets.Count - 1];
        if (opened.Bracket == '{' != (bracket == '}') && UnclosedBracket < 0)
            UnclosedBracket = opened.Offset;
        openBrackets.RemoveAt(openBrackets.Count - 1);
        if (openBrackets.Count == 0)
            collections.Add(new(opened.Offset, offset + 1));
    }

    private readonly record struct OpenBracket(char Bracket, int Offset);
}

/// <summary>A range of a text.</summary>
internal readonly record struct TextRange(int Start, int End);
