namespace Kiln.Tool.Tests.Reports;

/// <summary>Texts of a document that would do harm in a form that does not escape them.</summary>
internal static class HostileText
{
    public const string Script = "</script><script>alert(1)</script>";

    public const string File = "spec/a b,c:100%/<é>.yaml";

    /// <summary>One for each way in which a form could be left.</summary>
    public static IReadOnlyList<string> Each { get; } =
    [
        Script,
        "\" onmouseover=\"alert(1)\" '><img src=x onerror=alert(1)>",
        "]]></failure><testcase name=\"x\"/>",
        "\n::error file=a::injected",
        "::set-output name=a::b %0A %25",
        "##[error]injected ##vso[task.complete]",
        "\u001b[2J\u001b]0;title\u0007 bell",
        "\u202egnitirw \u2066isolate\u2028line",
        "@everyone fixes #1 https://evil.example www.evil.example",
        "**bold** [link](https://evil.example) ![image](x) `code` ```\n| a | b |",
        "</details></summary> &amp; <!-- comment",
        "\ud800 half, \ufffe none, \0 zero",
        "{0} %s ${a} {{a}} \\[a\\](1)",
    ];

    public static string All { get; } = string.Join(' ', Each);
}
