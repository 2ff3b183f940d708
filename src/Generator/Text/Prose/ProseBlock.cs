namespace Kiln.Generator.Text.Prose;

/// <summary>A block of a description.</summary>
internal abstract record ProseBlock;

/// <summary>Text between blank lines; a heading and a row of a table are paragraphs as well.</summary>
internal sealed record Paragraph(IReadOnlyList<ProseToken> Tokens) : ProseBlock;

/// <summary>An item of a list, on whatever level.</summary>
internal sealed record ListItem(IReadOnlyList<ProseToken> Tokens, bool IsNumbered) : ProseBlock;

/// <summary>Lines of code, as they are.</summary>
internal sealed record CodeBlock(IReadOnlyList<string> Lines) : ProseBlock;
