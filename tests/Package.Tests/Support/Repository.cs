namespace Kiln.Package.Tests.Support;

/// <summary>Files of the checkout.</summary>
internal static class Repository
{
    public static string Root => Checkout.Root;

    public static string Readme { get; } = Read("README.md");

    public static string PathOf(params string[] parts) => Checkout.PathOf(parts);

    public static string Read(params string[] parts) => File.ReadAllText(PathOf(parts)).ReplaceLineEndings("\n");

    /// <summary>The code blocks of the README in a language, in order.</summary>
    public static IReadOnlyList<string> ReadmeBlocks(string language) =>
        [.. Readme.Split($"```{language}\n").Skip(1).Select(rest => rest[..rest.IndexOf("```", StringComparison.Ordinal)])];
}
