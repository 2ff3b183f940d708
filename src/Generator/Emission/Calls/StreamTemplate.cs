using Kiln.Generator.Shapes.Files;
using Kiln.Generator.Text;

namespace Kiln.Generator.Emission;

/// <summary>Writes the methods that read a body item by item.</summary>
internal static class StreamTemplate
{
    private const int MaxLineLength = 160;

    public static string Method(CallShape call, StreamShape stream) => Source.Of($$"""
        /// <summary>Enumerates the {{(stream.Format is null ? "server-sent events" : "items")}} of the response, each as soon as it has arrived.</summary>
        {{DocComment.Element("remarks", $"The request is sent when the enumeration starts{Said(stream.Flag)}.{Unset(stream)}")}}
        {{CallTemplate.ParameterDocs(call, Argument(stream))}}
        /// <returns>The {{(stream.Format is null ? "events" : "items")}}, to be enumerated with <c>await foreach</c>.</returns>
        {{Docs.Obsolete(call.Doc)}}
        public {{Class(stream)}}<{{stream.ItemType}}> {{stream.Method}}Async({{CallTemplate.Parameters(call, Argument(stream))}}{{CallTemplate.Configure(call)}} configure = null) =>
            new(RequestAdapter, {{stream.Field}}, {{call.Fields.Response}}, () => {{Request(call, stream)}});
        """);

    /// <summary>The field that describes the items.</summary>
    // private static readonly EventStreamType<Chunk> PostStream = new(WireType.Model<Chunk>()) { EndMarkers = ["[DONE]"] };
    public static string Field(StreamShape stream)
    {
        var start = $"private static readonly {Class(stream)}Type<{stream.ItemType}> {stream.Field} = new({stream.Wire}{(stream.Format is { } format ? $", ItemStreamFormat.{format}" : "")})";
        if (stream.Properties.Count == 0)
            return start + ";";
        var properties = stream.Properties.Select(p => $"{p.Name} = {Value(p.Value)}").ToList();
        var line = $"{start} {{ {string.Join(", ", properties)} }};";
        return line.Length <= MaxLineLength ? line : $"{start}\n{{\n    {string.Join(",\n    ", properties)}\n}};";
    }

    private static string Class(StreamShape stream) => stream.Format is null ? "EventStream" : "ItemStream";

    private static string Value(StreamValueShape value) => value switch
    {
        StringsShape strings => $"[{string.Join(", ", strings.Texts.Select(CSharpText.Literal))}]",
        StringShape text => CSharpText.Literal(text.Text),
        EnvelopeShape envelope => $"EventEnvelope.{envelope.Member}",
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    private static string? Argument(StreamShape stream) => stream.Flag is { IsArgument: true, Parameter: var name } ? name : null;

    private static string Said(StreamFlagShape? flag) => flag is null ? "" : $", with `{flag.Name}` set to `{flag.Text}`";

    private static string Unset(StreamShape stream) => stream.UnsetFlag is { } name ? $" Set `{name}` in the body, without which the response is a single value." : "";

    private static string Request(CallShape call, StreamShape stream)
    {
        var flag = stream.Flag;
        var request = $"To{call.Name}RequestInformation({CallTemplate.Arguments(call, Argument(stream), flag?.Value ?? "")}{Configure(flag)})";
        var accept = stream.Accept is { } types ? $".WithAccept({CSharpText.Literal(types)})" : "";
        var body = flag?.Pointer is { } pointer ? $".WithJsonValue({CSharpText.Literal(pointer)}, {flag.Value})" : "";
        var more = accept + body;
        return more.Length == 0 || request.Contains("\n") ? request + more : $"{request}\n    {more}";
    }

    private static string Configure(StreamFlagShape? flag) => flag is not { Pointer: null, IsArgument: false } ? "configure" : Source.Of($$"""
        request =>
        {
            configure?.Invoke(request);
            request.QueryParameters.{{flag.Parameter}} = {{flag.Value}};
        }
        """).TrimEnd();
}
