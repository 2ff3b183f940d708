using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs;
using Kiln.Generator.Specs.Tree;
using Newtonsoft.Json;

namespace Kiln.Generator.Api.Nswag;

/// <summary>Finds the location in the document at which NSwag failed.</summary>
internal static class NswagErrorLocation
{
    /// <summary>The location of the path that an exception names; that of the whole document when it names none.</summary>
    public static SourceLocation Of(Exception exception, SpecDocument spec) => exception switch
    {
        JsonSerializationException { Path: { } path } => FindNearest(spec.Root, path).Location,
        JsonReaderException { Path: { } path } => FindNearest(spec.Root, path).Location,
        _ when exception.InnerException is { } inner => Of(inner, spec),
        _ => spec.Root.Location,
    };

    // Newtonsoft writes a path as "paths['/pets'].get.parameters[0].name"; a quote within a key is escaped.
    private static SpecNode FindNearest(SpecNode root, string path)
    {
        var node = root;
        for (var at = 0; at < path.Length;)
        {
            // Keys may hold any character, so the keys that are there decide how far a step goes.
            var rest = path.Substring(path[at] == '.' ? at + 1 : at);
            var step = Steps(node).Where(s => rest.StartsWith(s.Written, StringComparison.Ordinal)).OrderByDescending(s => s.Written.Length).FirstOrDefault();
            if (step.Node is null)
                break;
            at = path.Length - rest.Length + step.Written.Length;
            node = step.Node;
        }
        return node;
    }

    private static IEnumerable<(string Written, SpecNode Node)> Steps(SpecNode node) => node switch
    {
        SpecMap map => map.Entries.SelectMany(e => new[] { (e.Key, e.Value), ($"['{e.Key.Replace("\\", "\\\\").Replace("'", "\\'")}']", e.Value) }).Where(s => s.Item1.Length > 0),
        SpecList list => list.Items.Select((item, i) => ($"[{i}]", item)),
        _ => [],
    };
}
