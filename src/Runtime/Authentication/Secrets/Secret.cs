namespace Kiln.Runtime.Authentication;

/// <summary>A key or token for one request.</summary>
/// <param name="text">What is sent, without the prefix of its scheme.</param>
/// <param name="reject">Tells its source that the service does not accept it, and returns whether there may be another one; null if there cannot be.</param>
/// <param name="hidden">A part of it that no message may contain either, and cannot be found in it; null for none.</param>
internal readonly struct Secret(string text, Func<bool>? reject = null, string? hidden = null)
{
    [System.Diagnostics.DebuggerBrowsable(System.Diagnostics.DebuggerBrowsableState.Never)]
    public string Text { get; } = text;

    public Func<bool>? Reject { get; } = reject;

    [System.Diagnostics.DebuggerBrowsable(System.Diagnostics.DebuggerBrowsableState.Never)]
    public string? Hidden { get; } = hidden;

    public override string ToString() => "***";
}
