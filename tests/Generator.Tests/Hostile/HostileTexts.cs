namespace Kiln.Generator.Tests.Hostile;

/// <summary>Texts that would break out of a literal, a comment, a template or a name, if any of these took a document's words as they are.</summary>
internal static class HostileTexts
{
    public static IReadOnlyList<string> All { get; } =
    [
        "\"", "\\", "\"\"\"", "\"\"\"\"\"\"", "'", "`", "$\"", "@", "@\"", "\\\"", "\\u0022", "\\u000a", "\\x22;", "%22", "&quot;",
        "*/", "/*", "//", "///", "--", "</summary>", "<!--", "]]>", "<![CDATA[", "<?x", "&", "&#10;", "&nope;", "<", ">", "<see cref=\"x\"/>",
        "\n", "\r\n", "\r", "\u000b", "\u000c", "\t", "\u0085", "\u2028", "\u2029", "\n#error no\n", "\u2028#error no", "\n}\n",
        "\u202E", "\u2066", "\u200B", "\u200D", "\u00AD", "\u0301", "\uFEFF", "\uFFFE", "\uFFFF", "\0", "\u0007", "\u001b[31m", "\u007F", "\uD800", "\uDC00", "\uDC00\uD800", "😀", "\u2160", "\u0130", "ß", "字", "ǅ",
        "{", "}", "{{", "}}", "{0}", "{x}", "${x}", "{{x}}", ";", "#pragma warning disable", "#error", "#if", "#nullable disable", "#line 1 \"x\"",
        "*/ class X {} /*", "\"); System.Environment.Exit(1); //", "x\"; class Y { } //", "> class Z {}", "..", "../../x", "/", "\\\\server\\share", "con", "nul.txt", "a.", " ", "",
        "class", "@class", "_", "__arglist", "1", "-1", "+1", "x y", "System", "Kiln", "string", "Models", "Item", "value", "field", "Equals", "ToString", "item", "page", "body", "global::System",
        Long,
    ];

    // The most that fits into no one place where a short text is meant.
    private static string Long => new('x', 65_000);
}
