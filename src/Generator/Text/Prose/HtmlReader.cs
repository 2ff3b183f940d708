using System.Text;

namespace Kiln.Generator.Text.Prose;

/// <summary>Reads the HTML of descriptions. Unknown tags, and those that lack their start or end, are text: <c>&lt;id&gt;</c> stands for an id.</summary>
internal sealed class HtmlReader(string text, ProseBuilder builder)
{
    private readonly Dictionary<string, NextOccurrence> endTags = new(StringComparer.Ordinal);
    private readonly HashSet<string> started = new(StringComparer.Ordinal);
    private readonly NextOccurrence commentEnds = new(text, "-->");
    private readonly Stack<string> lists = new();
    private bool isInItem;
    private bool isInLink;
    private bool hasCells;

    /// <summary>Reads a tag, a comment or a URL in angle brackets.</summary>
    /// <param name="i">The index of the bracket; afterwards that of what follows.</param>
    /// <returns>Whether there is one.</returns>
    public bool Read(ref int i)
    {
        if (HtmlTag.Read(text, i) is { } tag)
            return (tag.IsEnd ? tag.IsVoid || started.Contains(tag.Name) : tag.IsVoid || EndTag(tag.Name, tag.End) >= 0) && Apply(tag, ref i);
        return ReadComment(ref i) || ReadUrl(ref i);
    }

    private bool ReadComment(ref int i)
    {
        if (string.CompareOrdinal(text, i, "<!--", 0, 4) != 0 || commentEnds.From(i + 4) is var end && end < 0)
            return false;
        i = end + 3;
        return true;
    }

    private bool ReadUrl(ref int i)
    {
        if (i + 1 == text.Length || text[i + 1] is not ('h' or 'H') || text.IndexOfAny(['>', '<', ' ', '\n'], i + 1) is var end && (end < 0 || text[end] != '>'))
            return false;
        var url = text.Substring(i + 1, end - i - 1);
        if (!MarkdownLink.IsSafe(url) || builder.IsInLink)
            return false;
        builder.StartLink(url);
        builder.EndLink();
        i = end + 1;
        return true;
    }

    private bool Apply(HtmlTag tag, ref int i)
    {
        i = tag.End;
        started.Add(tag.Name);
        switch (tag.Effect)
        {
            case HtmlEffect.Paragraph when isInItem:
                builder.Break();
                break;
            case HtmlEffect.Paragraph:
                builder.EndBlock();
                break;
            case HtmlEffect.Break when !tag.IsEnd || tag.Name == "br":
                hasCells = false;
                builder.Break();
                break;
            case HtmlEffect.List:
                EndItem();
                if (!tag.IsEnd)
                    lists.Push(tag.Name);
                else if (lists.Count > 0)
                    lists.Pop();
                break;
            case HtmlEffect.Item:
                EndItem();
                isInItem = !tag.IsEnd;
                if (isInItem)
                    builder.StartItem(lists.Count > 0 && lists.Peek() == "ol");
                break;
            case HtmlEffect.Cell when !tag.IsEnd:
                if (hasCells)
                    builder.Append(" | ");
                hasCells = true;
                break;
            case HtmlEffect.Code when !tag.IsEnd:
                builder.Add(new InlineCode(Content(tag, ref i).Replace('\n', ' ').Trim()));
                break;
            case HtmlEffect.Preformatted when !tag.IsEnd:
                builder.AddCode([.. Content(tag, ref i).Trim('\n').Split('\n').Select(l => l.TrimEnd())]);
                break;
            case HtmlEffect.Link:
                ApplyLink(tag);
                break;
            case HtmlEffect.Image:
                builder.Append(tag.Attribute("alt") ?? "");
                break;
            case HtmlEffect.Superscript when !tag.IsEnd:
                builder.Append('^');
                break;
        }
        return true;
    }

    private void EndItem()
    {
        builder.EndBlock();
        isInItem = false;
    }

    private void ApplyLink(HtmlTag tag)
    {
        if (tag.IsEnd && isInLink)
            builder.EndLink();
        isInLink = !tag.IsEnd && !builder.IsInLink && tag.Attribute("href")?.Trim() is { } url && MarkdownLink.IsSafe(url);
        if (isInLink)
            builder.StartLink(tag.Attribute("href")!.Trim());
    }

    // What is between a tag and its end, without the tags in it.
    private string Content(HtmlTag tag, ref int i)
    {
        var end = EndTag(tag.Name, tag.End);
        var content = text.Substring(tag.End, end - tag.End);
        i = HtmlTag.Read(text, end)?.End ?? end + tag.Name.Length + 2;

        var plain = new StringBuilder(content.Length);
        for (var at = 0; at < content.Length;)
        {
            if (content[at] == '<' && HtmlTag.Read(content, at) is { } inner)
                at = inner.End;
            else
                plain.Append(content[at++]);
        }
        return HtmlEntities.Decode(plain.ToString());
    }

    private int EndTag(string name, int from)
    {
        if (!endTags.TryGetValue(name, out var ends))
            endTags.Add(name, ends = new(text, "</" + name, StringComparison.OrdinalIgnoreCase));
        return ends.From(from);
    }
}
