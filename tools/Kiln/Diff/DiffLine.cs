namespace Kiln.Tool.Diff;

/// <summary>One line of a unified diff, without its line end.</summary>
internal sealed record DiffLine(DiffLineKind Kind, string Text);

/// <summary>What a line of a diff is; its text alone does not tell, because <c>--- x</c> can be a removed <c>-- x</c>.</summary>
internal enum DiffLineKind
{
    FileName,
    Hunk,
    Context,
    Removed,
    Added,
    NoNewline,
}
