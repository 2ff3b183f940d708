namespace Kiln.Generator.Specs.Reading;

/// <summary>What a document may ask of the machine.</summary>
internal static class ReadingLimits
{
    /// <summary>
    /// How deep maps and lists may stand in each other. NSwag's reader stops at 128 levels, and the normal form wraps
    /// some nodes in a few more; the deepest public documents have about 40.
    /// </summary>
    public const int Depth = 120;

    /// <summary>How many nodes a YAML document's aliases may stand for: "billion laughs" is a few lines long.</summary>
    public const int AliasedNodes = 1_000_000;
}
