using System.Text;
using Kiln.Generator.Api.Model;
using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types.Sharing;

namespace Kiln.Generator.Shapes.Calls.Headers;

/// <summary>Finds the headers that several operations answer with, and those of components: each set of them is one class.</summary>
internal sealed class HeaderSets
{
    private readonly SchemaIdentities identities = new();
    private readonly Dictionary<string, HeaderSet> byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<Response, HeaderSet> byResponse = new(ByReference<Response>.Instance);
    private readonly bool isStructural;

    /// <summary>Finds them.</summary>
    /// <param name="api">The document.</param>
    /// <param name="owners">The owners of the document.</param>
    /// <param name="isStructural">Whether equal headers of different responses are one class.</param>
    public HeaderSets(ApiModel api, Owners owners, bool isStructural)
    {
        this.isStructural = isStructural;
        foreach (var operation in api.Operations)
        {
            var own = owners.Of(operation);
            if (operation.Success is { Headers.Count: > 0 } success)
                Add(success, owners, own);
            foreach (var error in operation.Errors.Where(e => e.Headers.Count > 0))
                Add(error, owners, own);
        }
    }

    /// <summary>All sets that are of more than one operation, or of a component.</summary>
    public IEnumerable<HeaderSet> Shared => byKey.Values.Where(s => s.IsShared);

    /// <summary>The set of a response that has headers.</summary>
    public HeaderSet Of(Response response) => byResponse[response];

    private void Add(Response response, Owners owners, Owner own)
    {
        var component = owners.AddComponentOf(response.Origin.Pointer);
        var text = isStructural ? TextOf(response.Headers) : response.Origin.Pointer ?? $"{byResponse.Count}";
        var chosen = Identifiers.Chosen(response.HeadersNameOverride);
        var key = $"{chosen} {text}";
        if (!byKey.TryGetValue(key, out var set))
            byKey.Add(key, set = new() { Chosen = chosen });
        byResponse[response] = set;
        set.Add(response, component ?? own);
    }

    private string TextOf(EquatableArray<Header> headers)
    {
        var text = new StringBuilder();
        foreach (var header in headers.OrderBy(h => h.WireName, StringComparer.Ordinal))
            text.Add(header.WireName).Add(identities.OfPart(header.Schema)).Add(header.Description).Add(header.Form.ToString()).Add(header.NameOverride);
        return text.ToString();
    }
}
