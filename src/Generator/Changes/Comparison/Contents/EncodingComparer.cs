using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Changes.Comparison.Contents;

/// <summary>Compares how the parts of forms are written (OpenAPI 3.1.1, "Encoding Object").</summary>
internal sealed class EncodingComparer(ComparisonContext context, HeaderComparer headers)
{
    private const string Headers = "headers";

    /// <summary>Compares the encodings of one media type: a map by property, a list, or a single one.</summary>
    public void Compare(ComparedObject owner, PointedNode? old, PointedNode? current)
    {
        var (before, after) = (Read(old), Read(current));
        foreach (var name in before.Keys.Concat(after.Keys).Distinct(StringComparer.Ordinal))
        {
            before.TryGetValue(name, out var oldEncoding);
            after.TryGetValue(name, out var newEncoding);
            var (oldText, newText) = (TextOf(oldEncoding), TextOf(newEncoding));
            var compared = owner with { Subject = $"{owner.Subject} .{name}", OldAt = oldEncoding ?? old, CurrentAt = newEncoding ?? current };
            if (compared.Compared(Aspects.Encoding, oldText, newText) is { } difference)
                context.Add(difference);
            else if (oldEncoding is not null && newEncoding is not null)
                headers.CompareShared(compared with { Old = oldEncoding, Current = newEncoding });
        }
    }

    private static Dictionary<string, PointedNode?> Read(PointedNode? encodings)
    {
        var read = new Dictionary<string, PointedNode?>(StringComparer.Ordinal);
        if (encodings is not { } node)
            return read;
        switch (node.Node)
        {
            case SpecMap map:
                foreach (var entry in map.Entries)
                    read[entry.Key] = node.Child(entry.Key);
                break;
            case SpecList list:
                for (var i = 0; i < list.Items.Count; i++)
                    read[$"{i}"] = new(list.Items[i], $"{node.Pointer}/{i}");
                break;
        }
        return read;
    }

    private static string? TextOf(PointedNode? encoding)
    {
        if (encoding is null)
            return null;
        // Of the headers the names: the rest is compared as such.
        var names = encoding.Value.Entries(Headers).Select(e => e.Key.ToLowerInvariant()).OrderBy(k => k, StringComparer.Ordinal);
        var text = CanonicalText.Of(encoding.Value.Node, key => key == Headers) + string.Join(" ", names);
        return text == "{}" ? null : encoding.Value["contentType"].AsText() is { } contentType && encoding.Value.Node is SpecMap { Entries.Count: 1 } ? contentType : text;
    }
}
