using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api.Operations.Streams;

/// <summary>
/// Finds the watches of Kubernetes: a list operation that answers with <c>application/json;stream=watch</c> sends a WatchEvent in each line if its query parameter
/// <c>watch</c> is true. The document has the list as the schema of that media type as well.
/// </summary>
internal sealed class WatchStreams(DocumentNodes document, ResolveSchema resolve)
{
    public const string Parameter = "watch";

    private const string Name = "WatchEvent";
    private const string KindsKey = "x-kubernetes-group-version-kind";

    private ReferenceSchema? watchEvent;
    private bool isSearched;

    /// <summary>The content as a stream of events; the same if it is none.</summary>
    public Content WithEvents(Content content) => content.Items is null && IsWatch(content.MediaType) && ItemOf(content) is { } item
        ? content with { Items = new(ItemFormat.Lines, item) { Flag = new(Parameter, IsInBody: false, "true", IsString: false) } }
        : content;

    private static bool IsWatch(string mediaType) =>
        MediaTypes.KindOf(mediaType) == BodyKind.Json && mediaType.Split(';').Skip(1).Any(p => p.Replace(" ", "").Equals("stream=watch", StringComparison.OrdinalIgnoreCase));

    private Schema? ItemOf(Content content) => content.Schema is { } schema && resolve(schema) is ObjectSchema @object && IsEvent(@object) ? schema : WatchEvent;

    private static bool IsEvent(ObjectSchema schema) => schema.Properties.Any(p => p.WireName == "type") && schema.Properties.Any(p => p.WireName == "object");

    private ReferenceSchema? WatchEvent
    {
        get
        {
            if (!isSearched)
                watchEvent = document.ComponentSchemas.FirstOrDefault(IsWatchEvent) is { } schema ? new(schema.Actual.Pointer) : null;
            isSearched = true;
            return watchEvent;
        }
    }

    private static bool IsWatchEvent(SchemaNode schema) =>
        schema[KindsKey] is SpecList kinds && kinds.Items.Any(k => (k as SpecMap)?["kind"].AsText() == Name) && SchemaNames.Of(schema.Pointer).EndsWith(Name, StringComparison.Ordinal);
}
