using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs;
using Kiln.Generator.Specs.Tree;
using Newtonsoft.Json;

namespace Kiln.Generator.Api;

/// <summary>Finds the place in the document that NSwag stumbled over.</summary>
internal static class NswagPlaces
{
    /// <summary>Where an exception says that it happened; the document as a whole when it does not say.</summary>
    public static SourceLocation Of(Exception exception, SpecDocument spec) => exception switch
    {
        JsonSerializationException { Path: { } path } => Nearest(spec.Root, path).Location,
        JsonReaderException { Path: { } path } => Nearest(spec.Root, path).Location,
        _ when exception.InnerException is { } inner => Of(inner, spec),
        _ => spec.Root.Location,
    };

    /// <summary>The first reference that says a text.</summary>
    public static SourceLocation OfReference(string reference, SpecDocument spec) =>
        First(spec.Root, node => (node as SpecMap)?[SpecReference.Key] is { } value && value.AsText() == reference ? value : null)?.Location ?? spec.Root.Location;

    /// <summary>The first text that is no text for a reader of JSON: half a surrogate pair stands for no character.</summary>
    public static SourceLocation? OfHalfCharacter(SpecDocument spec) => First(spec.Root, node => node switch
    {
        SpecScalar scalar => IsBroken(scalar.Text) ? scalar : null,
        SpecMap map => BrokenKey(map),
        _ => null,
    })?.Location;

    private static SpecNode? BrokenKey(SpecMap map)
    {
        for (var i = 0; i < map.Entries.Count; i++)
        {
            if (IsBroken(map.Entries[i].Key))
                return map.Entries[i].Value;
        }
        return null;
    }

    // Newtonsoft's way of writing a path is "paths['/pets'].get.parameters[0].name"; a quote within a key is escaped.
    private static SpecNode Nearest(SpecNode root, string path)
    {
        var node = root;
        for (var at = 0; at < path.Length;)
        {
            // Keys may hold any character, so what is there decides how far a step goes.
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

    private static SpecNode? First(SpecNode node, Func<SpecNode, SpecNode?> choose)
    {
        var found = choose(node);
        if (node is SpecMap map)
        {
            for (var i = 0; i < map.Entries.Count && found is null; i++)
                found = First(map.Entries[i].Value, choose);
        }
        else if (node is SpecList list)
        {
            for (var i = 0; i < list.Items.Count && found is null; i++)
                found = First(list.Items[i], choose);
        }
        return found;
    }

    private static bool IsBroken(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return true;
            i++;
        }
        return false;
    }
}
