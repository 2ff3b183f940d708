using Kiln.Generator.Specs.Reading;
using Kiln.Generator.Specs.Tree;
using Kiln.Generator.Tests.Driving;

namespace Kiln.Generator.Tests.Fuzzing;

/// <summary>A document that is right, to be damaged.</summary>
internal sealed record FuzzSeed(string Name, string Text, SpecNode Tree);

/// <summary>The documents that are damaged: those of the scenarios always, public ones where they stand beside the checkout.</summary>
internal static class FuzzSeeds
{
    // A small document meets the damage where it matters more often, and much faster.
    private const int Largest = 25_000;

    public static IReadOnlyList<FuzzSeed> All { get; } =
    [
        // In the same order wherever the two folders are, so that a number of a seed gives the same document.
        .. (PublicDocuments.Folder is { } corpus ? Directory.GetFiles(corpus) : [])
            .Where(f => Path.GetExtension(f) is ".yaml" or ".json")
            .Order(StringComparer.Ordinal)
            .Concat(Directory.EnumerateFiles(Checkout.PathOf("tests", "Generator.Tests"), "*.yaml", SearchOption.AllDirectories)
                .Where(f => Path.GetDirectoryName(f)!.Contains("Scenarios", StringComparison.Ordinal) || Path.GetDirectoryName(f)!.Contains("Hostile", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal))
            .Where(f => new FileInfo(f).Length <= Largest)
            .Select(Read)
            .OfType<FuzzSeed>(),
    ];

    private static FuzzSeed? Read(string file)
    {
        var text = File.ReadAllText(file);
        var tree = SpecTreeReader.Read(new SpecText(file, text), [], CancellationToken.None);
        return tree is null ? null : new(Path.GetRelativePath(Checkout.Root, file), text, tree);
    }
}
