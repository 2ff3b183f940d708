using System.Runtime.CompilerServices;

namespace Kiln.Package.Tests.Support;

/// <summary>Files of the checkout.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", ".."));

    public static string Readme { get; } = Read("README.md");

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    public static string Read(params string[] parts) => File.ReadAllText(PathOf(parts)).ReplaceLineEndings("\n");

    /// <summary>The code blocks of the README in a language, in order.</summary>
    public static IReadOnlyList<string> ReadmeBlocks(string language) =>
        [.. Readme.Split($"```{language}\n").Skip(1).Select(rest => rest[..rest.IndexOf("```", StringComparison.Ordinal)])];

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
