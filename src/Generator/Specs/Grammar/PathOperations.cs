using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Grammar;

/// <summary>The operations of a path item: those with a key of their own, and those of <c>additionalOperations</c> (OpenAPI 3.2), whose keys are methods.</summary>
internal static class PathOperations
{
    /// <summary>The key of the operations with any other method.</summary>
    public const string Additional = "additionalOperations";

    /// <summary>All operations of a path item.</summary>
    public static IEnumerable<SpecEntry> Of(SpecMap pathItem)
    {
        foreach (var entry in pathItem.Entries)
        {
            if (SpecGrammar.Methods.Contains(entry.Key))
                yield return entry;
            foreach (var other in entry is { Key: Additional, Value: SpecMap others } ? others.Entries : [])
                yield return other;
        }
    }

    /// <summary>A path item without some of its operations.</summary>
    public static SpecMap Without(SpecMap pathItem, Func<SpecEntry, bool> isRemoved)
    {
        var rest = pathItem.Without(entry => SpecGrammar.Methods.Contains(entry.Key) && isRemoved(entry));
        return rest[Additional] is SpecMap others && others.Without(isRemoved) is var kept && !ReferenceEquals(kept, others)
            ? kept.Entries.Count == 0 ? rest.Without(entry => entry.Key == Additional) : rest.With(Additional, kept)
            : rest;
    }

    /// <summary>The keys that lead from a path item to the operation of a method.</summary>
    public static string[] KeysOf(string method) =>
        SpecGrammar.Methods.Contains(method.ToLowerInvariant()) ? [method.ToLowerInvariant()] : [Additional, method];

    /// <summary>
    /// Whether a key of <c>additionalOperations</c> is a method that can be sent: a token (RFC 9110, section 5.6.2) that no key of the path item stands for, whatever its case, and not
    /// <c>CONNECT</c>, whose request names no resource (section 9.3.6).
    /// </summary>
    public static bool IsAdditionalMethod(string key) =>
        key.Length > 0 && key.All(IsTokenCharacter) && !SpecGrammar.Methods.Contains(key.ToLowerInvariant()) && !key.Equals("CONNECT", StringComparison.OrdinalIgnoreCase);

    private static bool IsTokenCharacter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') || "!#$%&'*+-.^_`|~".IndexOf(c) >= 0;
}
