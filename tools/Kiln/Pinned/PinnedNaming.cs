using Kiln.Tool.Files;

namespace Kiln.Tool.Pinned;

/// <summary>How the files in a directory of pinned ones are called.</summary>
internal abstract record PinnedNaming
{
    public abstract string FileNameOf(string hintName);

    /// <summary>Whether a file of that name is one of the pinned.</summary>
    public abstract bool Matches(string fileName);
}

/// <summary>As the compiler calls them.</summary>
/// <example><c>Pets.PetsRequestBuilder.g.cs</c></example>
internal sealed record PlainNaming : PinnedNaming
{
    public override string FileNameOf(string hintName) => hintName;

    public override bool Matches(string fileName) => fileName.EndsWith(HintNames.Extension, StringComparison.Ordinal);
}

/// <summary>As Verify calls the files of a test.</summary>
/// <example><c>SdkSnapshots.Sdk#Pets.PetsRequestBuilder.g.verified.cs</c></example>
internal sealed record VerifyNaming(string Test) : PinnedNaming
{
    private const string Extension = ".g.verified.cs";

    public override string FileNameOf(string hintName) => $"{Test}#{hintName[..^HintNames.Extension.Length]}{Extension}";

    public override bool Matches(string fileName) => TestOf(fileName) == Test;

    /// <summary>The test that a pinned file belongs to; <see langword="null"/> for a file that is not called in this way.</summary>
    public static string? TestOf(string fileName)
    {
        // The last #: a test's parameters may hold one, a hint name never does.
        var hash = fileName.LastIndexOf('#');
        return hash > 0 && hash + 1 < fileName.Length - Extension.Length && fileName.EndsWith(Extension, StringComparison.Ordinal)
            ? fileName[..hash]
            : null;
    }
}
