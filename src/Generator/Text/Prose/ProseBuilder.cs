using System.Text;

namespace Kiln.Generator.Text.Prose;

/// <summary>Collects the blocks of a description, and drops the white space and line breaks at the ends of each.</summary>
internal sealed class ProseBuilder
{
    private readonly StringBuilder text = new();
    private List<ProseToken> tokens = [];
    private bool isItem;
    private bool isNumbered;

    public List<ProseBlock> Blocks { get; } = [];

    /// <summary>Whether a link is open.</summary>
    public bool IsInLink { get; private set; }

    public void Append(char c)
    {
        if (!IsLeading(c))
            text.Append(c);
    }

    public void Append(string added)
    {
        if (text.Length > 0 || tokens.Count > 0)
            text.Append(added);
        else
            text.Append(added.TrimStart());
    }

    public void Append(string source, int start, int end)
    {
        while (start < end && IsLeading(source[start]))
            start++;
        text.Append(source, start, end - start);
    }

    public void Add(ProseToken token)
    {
        Flush();
        tokens.Add(token);
    }

    public void StartLink(string url)
    {
        Add(new LinkStart(url));
        IsInLink = true;
    }

    public void EndLink()
    {
        if (!IsInLink)
            return;
        Add(new LinkEnd());
        IsInLink = false;
    }

    /// <summary>Ends a line; two spaces make the break one that a reader sees.</summary>
    public void EndLine()
    {
        if (text.Length > 1 && text[text.Length - 1] == ' ' && text[text.Length - 2] == ' ')
            Break();
        else if (!IsEmpty)
            Add(new LineEnd());
    }

    /// <summary>Breaks the line; of a paragraph two breaks are its end.</summary>
    public void Break()
    {
        if (text.Length > 0 || tokens.Count == 0 || tokens[tokens.Count - 1] is not LineBreak)
        {
            if (!IsEmpty)
                Add(new LineBreak());
        }
        else if (!isItem)
        {
            EndBlock();
        }
    }

    public void StartItem(bool numbered)
    {
        EndBlock();
        (isItem, isNumbered) = (true, numbered);
    }

    /// <summary>Continues the last item behind a blank line.</summary>
    public void ResumeItem()
    {
        if (Blocks.Count == 0 || Blocks[Blocks.Count - 1] is not ListItem last)
            return;
        Blocks.RemoveAt(Blocks.Count - 1);
        StartItem(last.IsNumbered);
        tokens = [.. last.Tokens, new LineBreak()];
    }

    public void AddCode(IReadOnlyList<string> lines)
    {
        EndBlock();
        if (string.Concat(lines).Trim().Length > 0)
            Blocks.Add(new CodeBlock(lines));
    }

    public void EndBlock()
    {
        EndLink();
        Flush();
        var all = Trim(Emphasis.Remove(tokens));
        if (all.Count > 0)
            Blocks.Add(isItem ? new ListItem(all, isNumbered) : new Paragraph(all));
        tokens = [];
        isItem = false;
    }

    private bool IsEmpty => text.Length == 0 && tokens.Count == 0;

    private bool IsLeading(char c) => text.Length == 0 && tokens.Count == 0 && char.IsWhiteSpace(c);

    private void Flush()
    {
        if (text.Length == 0)
            return;
        tokens.Add(new PlainText(text.ToString()));
        text.Clear();
    }

    private static List<ProseToken> Trim(List<ProseToken> tokens)
    {
        var end = tokens.Count;
        while (end > 0 && IsBlank(tokens[end - 1]))
            end--;
        return tokens.GetRange(0, end);
    }

    private static bool IsBlank(ProseToken token) => token is LineEnd or LineBreak || token is PlainText { Text: var blank } && blank.Trim().Length == 0;
}
