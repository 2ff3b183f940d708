using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;

namespace Kiln.Generator.Api.Operations.Streams;

/// <summary>Adds to the streams of an operation what only the operation as a whole says: its own <c>x-kiln-stream</c>, watches, and what a request says to get a stream.</summary>
internal sealed class OperationStreams(DocumentNodes document, ResolveSchema resolve, StreamExtension extensions, ItemContents contents, List<DiagnosticInfo> diagnostics)
{
    private readonly StreamFlags flags = new(resolve);
    private readonly WatchStreams watches = new(document, resolve);

    /// <summary>The operation with all of its streams.</summary>
    public Operation WithStreams(Operation operation)
    {
        var node = DocumentNodes.Operation(document.PathItem(operation.Path)!.Value, operation.Method)!.Value;
        operation = WithContents(operation, r => r.Contents.Select(watches.WithEvents).ToEquatableArray());
        if (extensions.Read(node) is { } description)
            operation = Described(operation, node, description);
        return operation.Streams.Count == 0 ? operation : WithFlags(operation, node);
    }

    private static Operation WithContents(Operation operation, Func<Response, EquatableArray<Content>> change)
    {
        var successes = operation.Successes;
        return operation with { Responses = operation.Responses.Select(r => successes.Contains(r) ? r with { Contents = change(r) } : r).ToEquatableArray() };
    }

    private Operation Described(Operation operation, PointedNode node, StreamDescription description)
    {
        if (description.IsOff)
            return WithContents(operation, r => r.Contents.Where(c => c.Items is not { Format: ItemFormat.Array }).Select(c => c with { Items = null }).ToEquatableArray());
        if (operation.Method == "HEAD" || operation.Success is not { IsBodiless: false } success)
        {
            Wrong(node, "the operation has no successful response with a body");
            return operation;
        }
        // What says no more than how a stream is asked for or ends is true of those that are there.
        var streams = description is { Item: null, IsWholeEvent: null } ? success.Contents.Where(c => c.Items is { } items && (description.Format ?? items.Format) == items.Format).ToList() : [];
        var described = streams.Count > 0
            ? success.Contents.Select(c => streams.Contains(c) ? c with { Items = description.AppliedTo(c.Items!) } : c).ToEquatableArray()
            : Described(success.Contents, ContentNode(node, success), description);
        return WithContents(operation, r => r == success ? described : r.Contents);
    }

    private EquatableArray<Content> Described(EquatableArray<Content> all, PointedNode? node, StreamDescription description)
    {
        var whole = all.Where(c => c.Items is not { Format: ItemFormat.Array }).Select(c => c with { Items = null }).ToEquatableArray();
        var stream = whole.FirstOrDefault(c => StreamFormats.Of(c.MediaType) is { } format && (description.Format ?? format) == format);
        if (stream is not null)
            return Replaced(stream);
        var json = MediaTypes.Choose(whole);
        // What is asked for by a flag is there beside the value.
        if (json is null || description.Format is ItemFormat.Events or ItemFormat.Sequence || (description is { Flag: not null, Format: not ItemFormat.Array }))
        {
            var format = description.Format ?? ItemFormat.Lines;
            var added = new Content(json is not null && format == ItemFormat.Lines ? json.MediaType : StreamFormats.MediaTypeOf(format), null);
            return [.. whole, .. contents.Described(added, null, description)];
        }
        return Replaced(json);

        EquatableArray<Content> Replaced(Content content) =>
            whole.SelectMany(c => c == content ? contents.Described(c, node?.Child(c.MediaType), description) : [c]).ToEquatableArray();
    }

    private Operation WithFlags(Operation operation, PointedNode node)
    {
        var own = extensions.Read(node);
        var found = flags.Find(operation);
        var isGuessed = false;
        var flagged = WithContents(operation, r => r.Contents.Select(c => c.Items is null ? c : c with { Items = WithFlag(c, c.Items, ContentNode(node, r)?.Child(c.MediaType)) }).ToEquatableArray());
        if (isGuessed && StreamFlags.IsSet(found!, operation))
            diagnostics.Add(new(ApiRules.InferredStreamFlag, node.LocationOf("responses"), Describe(found!), FlagText(found!)));
        return flagged;

        ItemSequence WithFlag(Content content, ItemSequence items, PointedNode? place)
        {
            if (items.Flag is { } flag)
            {
                if (flags.Check(flag, operation) is { } problem)
                    Wrong(place?[StreamKeys.Extension] is null ? node : place.Value, problem);
                return items;
            }
            if (found is null || items.Format == ItemFormat.Array || own is { HasNoFlag: true } || extensions.Read(place) is { HasNoFlag: true })
                return items;
            isGuessed = true;
            return EventItems.WithEnd(items with { Flag = found });
        }
    }

    private static string Describe(StreamFlag flag) => $"the {(flag.IsInBody ? $"property '{flag.Name.Substring(1)}' of the body" : $"query parameter '{flag.Name}'")} to {flag.Value}";

    private static string FlagText(StreamFlag flag) =>
        $"{{ {(flag.IsInBody ? $"property: {flag.Name.Substring(1)}" : $"parameter: {flag.Name}")}{(flag.IsString ? $", value: {flag.Value}" : "")} }}";

    private PointedNode? ContentNode(PointedNode operation, Response response) =>
        operation.Child("responses")?.Child(response.Status) is { } place ? document.Follow(place).Child("content") : null;

    private void Wrong(PointedNode owner, string problem) => diagnostics.Add(new(ApiRules.InvalidStream, owner.LocationOf(StreamKeys.Extension), problem));
}
