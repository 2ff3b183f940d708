using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Changes.Comparison.Contents;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Changes.Comparison.Structure;

/// <summary>Lists operations.</summary>
internal static class OperationReader
{
    /// <summary>The operations of a document, in its order.</summary>
    public static IEnumerable<OperationEntry> Read(DocumentNodes nodes, ApiModel api)
    {
        var records = api.Operations.GroupBy(o => (o.Path, o.Method)).ToDictionary(g => g.Key, g => g.First());
        return from path in nodes.Root.Entries("paths")
               where !SpecGrammar.IsExtension(path.Key)
               from operation in Read(path.Key, nodes.Follow(path.Node))
               select operation with { Record = records.TryGetValue((operation.Path, operation.Method), out var record) ? record : null };
    }

    /// <summary>The operations of a path item.</summary>
    public static IEnumerable<OperationEntry> Read(string path, PointedNode item)
    {
        if (item.Node is not SpecMap map)
            yield break;
        foreach (var entry in PathOperations.Of(map))
        {
            var method = SpecGrammar.Methods.Contains(entry.Key) ? entry.Key.ToUpperInvariant() : entry.Key;
            if (entry.Value is SpecMap && DocumentNodes.Operation(item, method) is { } operation)
                yield return new(path, method, item, operation, Record: null);
        }
    }
}
