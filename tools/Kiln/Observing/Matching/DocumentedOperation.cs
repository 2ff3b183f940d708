using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Tool.Observing.Matching;

/// <summary>An operation of the document.</summary>
/// <param name="Method">As it is sent: <c>GET</c>.</param>
/// <param name="Path">The path template.</param>
/// <param name="Node">The operation in the normal form.</param>
/// <param name="PathItem">The path item in the normal form.</param>
internal sealed record DocumentedOperation(string Method, string Path, PointedNode Node, PointedNode PathItem)
{
    /// <example><c>GET /pets/{id}</c></example>
    public string Key { get; } = $"{Method} {Path}";

    public string? Id => Node["operationId"].AsText();

    /// <summary>The operations of a document, in its order.</summary>
    public static IEnumerable<DocumentedOperation> Of(DocumentNodes document)
    {
        foreach (var (path, item) in document.Root.Entries("paths"))
        {
            if (document.Follow(item) is not { Node: SpecMap map } pathItem)
                continue;
            foreach (var entry in PathOperations.Of(map))
            {
                var method = SpecGrammar.Methods.Contains(entry.Key) ? entry.Key.ToUpperInvariant() : entry.Key;
                if (DocumentNodes.Operation(pathItem, method) is { Node: SpecMap } operation)
                    yield return new(method, path, operation, pathItem);
            }
        }
    }

    /// <summary>Its response for a status: that of the code, of its range (<c>5XX</c>), or <c>default</c>; <see langword="null"/> if none is documented.</summary>
    public PointedNode? Response(DocumentNodes document, int status)
    {
        var responses = Node.Child("responses");
        var code = $"{status}";
        var found = responses?.Child(code) ?? responses?.Child($"{code[0]}XX") ?? responses?.Child($"{code[0]}xx") ?? responses?.Child("default");
        return found is { } response ? document.Follow(response) : null;
    }

    /// <summary>The status code of its first documented success, 200 if there is none.</summary>
    public int FirstSuccess => Node.Entries("responses").Select(r => int.TryParse(r.Key, out var status) ? status : 0).FirstOrDefault(status => status is >= 200 and < 300, 200);

    /// <summary>Its parameters with those of its path item that it does not replace.</summary>
    public IReadOnlyList<PointedNode> Parameters(DocumentNodes document)
    {
        var parameters = new List<PointedNode>();
        foreach (var parameter in Node.Items("parameters").Concat(PathItem.Items("parameters")).Select(document.Follow))
        {
            if (!parameters.Exists(p => p["name"].AsText() == parameter["name"].AsText() && p["in"].AsText() == parameter["in"].AsText()))
                parameters.Add(parameter);
        }
        return parameters;
    }

    /// <summary>The media type of some content that describes a body of a media type: the same, one of the same name, or a range; <see langword="null"/> if there is none.</summary>
    public static PointedNode? Content(PointedNode owner, string mediaType)
    {
        var contents = owner.Entries("content").ToList();
        var name = MediaTypes.NameOf(mediaType);
        var key = MediaTypes.KeyOf(mediaType);
        string[] ranges = [$"{name.Split('/')[0]}/*", "*/*", "*"];
        foreach (var isIt in new Func<string, bool>[] { t => MediaTypes.KeyOf(t) == key, t => MediaTypes.NameOf(t) == name, t => ranges.Contains(MediaTypes.NameOf(t)) })
        {
            foreach (var content in contents)
            {
                if (isIt(content.Key))
                    return content.Node;
            }
        }
        return null;
    }
}
