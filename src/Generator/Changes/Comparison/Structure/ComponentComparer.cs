using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Changes.Comparison.Schemas;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Changes.Comparison.Structure;

/// <summary>
/// Finds the schemas of <c>components</c> that one document has alone. One that is written inline in the other document, or has another name there, was compared with that, so it is none
/// of them; neither is one that only refers to another.
/// </summary>
internal static class ComponentComparer
{
    /// <summary>Adds the components without a counterpart.</summary>
    /// <param name="context">The documents.</param>
    /// <param name="schemas">What has compared all schemas.</param>
    public static void Compare(ComparisonContext context, SchemaComparer schemas)
    {
        var renamed = schemas.RenamedComponents;
        foreach (var (name, node) in Without(context.OldNodes, context.Current, schemas.ComparedInOld, renamed.Keys))
            context.Add(new ComparedObject(node, null, name, "").Differs(Aspects.SchemaComponent, ChangeAction.Removed, name, null));
        foreach (var (name, node) in Without(context.CurrentNodes, context.Old, schemas.ComparedInCurrent, renamed.Values))
            context.Add(new ComparedObject(null, node, name, "").Differs(Aspects.SchemaComponent, ChangeAction.Added, null, name));
    }

    private static IEnumerable<(string Name, PointedNode Node)> Without(DocumentNodes nodes, SdkVersion other, IEnumerable<string> compared, IEnumerable<string> renamed)
    {
        var others = (other.Spec.Root["components"] as SpecMap)?["schemas"] as SpecMap;
        var (known, names) = (new HashSet<string>(compared, StringComparer.Ordinal), new HashSet<string>(renamed, StringComparer.Ordinal));
        return (nodes.Root.Child("components")?.Entries("schemas") ?? []).Where(e => e.Node[SpecReference.Key] is null && others?[e.Key] is null && !known.Contains(e.Node.Pointer) && !names.Contains(e.Key));
    }
}
