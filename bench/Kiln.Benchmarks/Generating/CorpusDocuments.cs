using Kiln.Tests.Forms;

namespace Kiln.Benchmarks.Generating;

/// <summary>The public documents, beside the checkout or where <c>KILN_CORPUS</c> says: the folder, or one document of it.</summary>
internal static class CorpusDocuments
{
    private static readonly string? Place = new[] { Environment.GetEnvironmentVariable("KILN_CORPUS"), Checkout.PathOf("..", "shared", "corpus") }
        .FirstOrDefault(p => Directory.Exists(p) || File.Exists(p));

    /// <summary>The path of one of them, or <see langword="null"/> where it is not there.</summary>
    public static string? Find(string name) => All().FirstOrDefault(p => Path.GetFileName(p) == name);

    /// <summary>The largest of them, the largest first; none where they are not there.</summary>
    public static IReadOnlyList<string> Largest(int count) => [.. All().OrderByDescending(p => new FileInfo(p).Length).Take(count)];

    private static IEnumerable<string> All() => Place switch
    {
        null => [],
        _ when File.Exists(Place) => [Place],
        _ => Directory.GetFiles(Place).Where(p => Path.GetExtension(p) is ".json" or ".yaml" or ".yml"),
    };
}
