using Kiln.Generator.Changes.Comparison.Contents;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Changes.Comparison.Structure;

/// <summary>Finds the counterpart of each operation: by method and path, by its id, by its path in another version of the API, or by what it says.</summary>
internal static class OperationMatcher
{
    /// <summary>Pairs the operations of two documents.</summary>
    /// <param name="old">Those of the old document.</param>
    /// <param name="current">Those of the new document.</param>
    /// <param name="moved">The pairs whose method or path has changed.</param>
    /// <returns>The pairs that are called the same, whatever the parameters in the path are called, and the operations without a counterpart.</returns>
    public static KeyedPairs<OperationEntry> Match(IEnumerable<OperationEntry> old, IEnumerable<OperationEntry> current, out IReadOnlyList<(OperationEntry Old, OperationEntry Current)> moved)
    {
        var pairs = KeyedPairs<OperationEntry>.Of(old, current, o => o.Name)
            .MatchBy(o => $"{o.Method} {PathTemplate.WithoutNames(o.Path)}", out var sameTemplate)
            .MatchBy(o => o.Node["operationId"].AsText(), out var sameId)
            .MatchBy(o => $"{o.Method} {PathTemplate.WithoutVersions(o.Path)}", out var otherVersion)
            .MatchBy(ContentOf, out var sameContent);
        var similar = sameContent.Where(p => PathTemplate.AreSimilar(p.Old.Path, p.Current.Path)).ToList();
        var unlike = sameContent.Except(similar).ToList();

        moved = [.. sameId, .. otherVersion, .. similar];
        return new([.. pairs.Both, .. sameTemplate], [.. pairs.Removed, .. unlike.Select(p => p.Old)], [.. pairs.Added, .. unlike.Select(p => p.Current)]);
    }

    // What the operation does is in the method, its parameters, body and responses.
    private static string ContentOf(OperationEntry operation) =>
        $"{operation.Method} {CanonicalText.Of(operation.Node.Node, key => key is not ("parameters" or "requestBody" or "responses"))} {CanonicalText.Of(operation.Item["parameters"])}";
}
