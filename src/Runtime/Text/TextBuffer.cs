using System.Text;

namespace Kiln.Runtime.Text;

/// <summary>Keeps string builders for the next text on the same thread, as most texts of one kind are of one length.</summary>
internal static class TextBuffer
{
    // As many as a URL needs. One long text shall not stay in memory.
    private const int Kept = 2;
    private const int LongestKept = 1024;

    [ThreadStatic]
    private static Stack<StringBuilder>? free;

    /// <summary>An empty builder.</summary>
    public static StringBuilder Take() => free is { Count: > 0 } ? free.Pop() : new(256);

    /// <summary>Gives a builder back, which nobody may use any more.</summary>
    public static void Return(StringBuilder builder)
    {
        free ??= new(Kept);
        if (free.Count >= Kept || builder.Capacity > LongestKept)
            return;
        builder.Clear();
        free.Push(builder);
    }
}
