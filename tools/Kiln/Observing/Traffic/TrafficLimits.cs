using System.Text.Json;

namespace Kiln.Tool.Observing.Traffic;

/// <summary>How much of a recording is held at a time.</summary>
internal static class TrafficLimits
{
    /// <summary>The most bytes of an entry, a line, or a file that is one body.</summary>
    public const int MaxEntry = 64 * 1024 * 1024;

    /// <summary>What nests deeper is no recording that a tool made.</summary>
    public static readonly JsonDocumentOptions Json = new() { MaxDepth = 128 };

    /// <param name="what">What is too large, such as <c>entry</c>.</param>
    public static string TooLarge(string what) => $"the {what} has more than {MaxEntry / (1024 * 1024)} MB";
}
