using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api.Operations.Dialects;

/// <summary>Reads the keys of an extension of another tool.</summary>
internal static class DialectKeys
{
    /// <summary>What to say of a key that the extension does not have: what it says of the pages would be lost. <see langword="null"/> if there is none.</summary>
    public static string? Unknown(SpecMap map, IReadOnlyCollection<string> known) =>
        map.Entries.FirstOrDefault(e => !known.Contains(e.Key) && !SpecGrammar.IsExtension(e.Key)) is { } other ? $"its key '{other.Key}' is not known" : null;
}
