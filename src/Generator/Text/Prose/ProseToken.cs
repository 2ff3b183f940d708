namespace Kiln.Generator.Text.Prose;

/// <summary>A piece of a paragraph or an item.</summary>
internal abstract record ProseToken;

/// <summary>Text without line ends, not yet escaped.</summary>
internal sealed record PlainText(string Text) : ProseToken;

/// <summary>Code within a line, not yet escaped.</summary>
internal sealed record InlineCode(string Text) : ProseToken;

/// <summary>The start of a link to an absolute URL of http or https.</summary>
internal sealed record LinkStart(string Url) : ProseToken;

/// <summary>The end of a link.</summary>
internal sealed record LinkEnd : ProseToken;

/// <summary>The end of a line in the document, which is a space to a reader.</summary>
internal sealed record LineEnd : ProseToken;

/// <summary>A line break that a reader shall see.</summary>
internal sealed record LineBreak : ProseToken;

/// <summary>Asterisks or underscores that may be those of an emphasis; what is left of them is text.</summary>
/// <param name="Mark">The character.</param>
/// <param name="Count">How many there are.</param>
/// <param name="CanOpen">Whether an emphasis may begin with them.</param>
/// <param name="CanClose">Whether one may end with them.</param>
internal sealed record EmphasisMark(char Mark, int Count, bool CanOpen, bool CanClose) : ProseToken;
