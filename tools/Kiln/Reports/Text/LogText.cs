using Kiln.Generator.Diagnostics;

namespace Kiln.Tool.Reports.Text;

/// <summary>Makes a text of a document safe in the log of a CI system, which takes some lines of it as commands.</summary>
internal static class LogText
{
    /// <summary>The text in one line, without control sequences of a terminal, and without what begins a command in a log: <c>##[error]</c>, <c>##vso[</c>, <c>::error::</c>.</summary>
    public static string Of(string text) =>
        OneLine.Of(text).Replace("##", "# #", StringComparison.Ordinal);

    /// <summary>A line that is not a command, even after white space.</summary>
    public static string Line(string line) =>
        line.AsSpan().TrimStart().StartsWith("::") ? line.Replace("::", ": :", StringComparison.Ordinal) : line;
}
