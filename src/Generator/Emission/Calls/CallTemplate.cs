using System.Globalization;
using Kiln.Generator.Shapes.Files;
using Kiln.Generator.Text;

namespace Kiln.Generator.Emission;

/// <summary>Writes an operation's methods.</summary>
internal static class CallTemplate
{
    private const int MaxLineLength = 160;

    public static string Write(CallShape call) => Source.Members(
    [
        Send(call),
        SendWithResponse(call),
        .. call.Others.Select(o => AnswerTemplate.Typed(call, o)),
        call.Response.IsUnknown ? AnswerTemplate.Unknown(call) : "",
        call.Raw is { } raw ? AnswerTemplate.Raw(call, raw) : "",
        .. call.Streams.Select(s => StreamTemplate.Method(call, s)),
        call.Paging is { } paging ? PagingTemplate.GetAll(call, paging) : "",
        call.Paging is { CountMethod: not null } counted ? PagingTemplate.Count(call, counted) : "",
        RequestTemplate.Write(call),
        Statics(call),
    ]);

    /// <summary>The parameters that each method begins with.</summary>
    /// <param name="call">The operation.</param>
    /// <param name="without">An argument that the method does not have; null for none.</param>
    public static string Parameters(CallShape call, string? without = null) =>
        string.Concat(call.Arguments.Where(a => a.Name != without).Select(a => $"{a.Type} {a.Name}, ")) + (call.Body is { } body ? BodyParameters(body) : "");

    /// <summary>The same as arguments for another of the methods.</summary>
    /// <param name="call">The operation.</param>
    /// <param name="replaced">An argument for which another value is passed; null for none.</param>
    /// <param name="value">That value.</param>
    public static string Arguments(CallShape call, string? replaced = null, string value = "") =>
        string.Concat(call.Arguments.Select(a => $"{(a.Name == replaced ? value : a.Name)}, ")) + (call.Body is { } body ? BodyArguments(body) : "");

    /// <summary>What the doc comment of each method says of all its parameters but <c>cancellationToken</c>; the runtime's own words where those are all.</summary>
    /// <param name="call">The operation.</param>
    /// <param name="without">An argument that the method does not have; null for none.</param>
    public static string ParameterDocs(CallShape call, string? without = null) => HasOwnParameters(call)
        ? Source.Lines(
        [
            .. call.Arguments.Where(a => a.Name != without).Select(ArgumentDocs),
            call.Body is { } body ? DocComment.Element("param name=\"body\"", body.Description ?? "The request body.") : "",
            call.Body is { TakesContentType: true } ? "/// <param name=\"contentType\">The content type of the body.</param>" : "",
            "/// <param name=\"configure\">Configures query parameters, headers and options.</param>",
        ])
        : "/// <inheritdoc cref=\"RequestBuilder.CreateRequest\" path=\"param\"/>";

    /// <summary>What it says of <c>cancellationToken</c>.</summary>
    public static string CancellationDocs(CallShape call) => HasOwnParameters(call)
        ? "/// <param name=\"cancellationToken\">A token to cancel the request.</param>"
        : "/// <inheritdoc cref=\"RequestBuilder.SendAsync\" path=\"param\"/>";

    private static string ArgumentDocs(ArgumentShape argument)
    {
        var place = argument.Sent.Place switch
        {
            SentPlace.Header => "header",
            SentPlace.Cookie => "cookie",
            _ => "query parameter",
        };
        return DocComment.Element($"param name=\"{argument.Name.TrimStart('@')}\"", argument.Doc.Summary ?? $"The {place} `{argument.Sent.WireName}`.", Docs.Limits(argument.Doc.Limits));
    }

    /// <summary>Whether there is more to describe than what all methods have: the compiler wants each parameter described, or none of them.</summary>
    public static bool HasOwnParameters(CallShape call) => call.Body is not null || call.Arguments.Count > 0;

    /// <summary>The type of what configures a call.</summary>
    public static string Configure(CallShape call) => $"Action<CallConfiguration<{call.Query}{(call.HeaderParameters is { } headers ? $", {headers}" : "")}>>?";

    // Optional ones have a default, as all that follows has.
    private static string BodyParameters(BodyShape body) => (body.IsRequired, body.TakesContentType) switch
    {
        (true, false) => $"{body.Type} body, ",
        (true, true) => $"{body.Type} body, string contentType, ",
        (false, false) => $"{body.Type} body = null, ",
        (false, true) => $"{body.Type} body = null, string contentType = \"application/octet-stream\", ",
    };

    private static string BodyArguments(BodyShape body) => $"body, {(body.TakesContentType ? "contentType, " : "")}";

    private static string Send(CallShape call) => Source.Of($$"""
        {{(call.First is { } first ? AlternativeDocs(call, first) : OwnDocs(call))}}
        {{Docs.Obsolete(call.Doc)}}
        public {{TaskOf(call)}} {{call.Name}}Async(
            {{Parameters(call)}}{{Configure(call)}} configure = null, CancellationToken cancellationToken = default) =>
            {{Sender(call)}}(To{{call.Name}}RequestInformation({{Arguments(call)}}configure), {{call.Fields.Response}}, cancellationToken);
        """);

    private static string TaskOf(CallShape call) => call.Response switch
    {
        { IsHead: true } => $"Task<{call.HeadersType ?? "ResponseHeaders"}>",
        { Content: null } => "Task",
        var response => $"Task<{response.Type}>",
    };

    private static string Sender(CallShape call) => call.Response.IsHead
        ? "SendForHeadersAsync" + (call.HeadersType is { } type ? $"<{type}>" : "")
        : "SendAsync";

    private static string OwnDocs(CallShape call) => Source.Lines(
    [
        Docs.Write(call.Doc, $"Sends {("AEIOaeio".IndexOf(call.Method[0]) >= 0 ? "an" : "a")} {call.Method} request to `{call.Path}`.", OtherTypes(call.Body)),
        ParameterDocs(call),
        Inherited(call),
        Returns(call),
        .. ErrorCasesTemplate.Docs(call.Errors),
        Example(call.Examples),
    ]);

    private static string Example((string? Sent, string? Received) examples)
    {
        var text = string.Join("\n\n", new[] { Example("A request body:", examples.Sent), Example("A response body:", examples.Received) }.Where(e => e.Length > 0));
        return text.Length == 0 ? "" : DocComment.Element("example", text);
    }

    // A line of JSON never begins with what ends the block: a line that ends a string is escaped.
    private static string Example(string title, string? json) => json is null ? "" : $"{title}\n\n```\n{json}\n```";

    // All but the body is said there.
    private static string AlternativeDocs(CallShape call, string first) => Source.Lines(
    [
        $"/// <inheritdoc cref=\"{first}Async\" path=\"summary|param|returns|exception\"/>",
        DocComment.Element("remarks", $"Sends the body as `{call.Body!.MediaType}`. {OtherTypes(call.Body)}".TrimEnd()),
    ]);

    private static string? OtherTypes(BodyShape? body) => body is not { OtherTypes.Count: > 0 }
        ? null
        : $"`ContentType` of the configuration can also be {string.Join(" or ", body.OtherTypes.Select(t => $"`{t}`"))}.";

    // An error of any other status has the base class of all exceptions, unless the document says what it is.
    private static string Inherited(CallShape call) => (HasOwnParameters(call), call.Errors.Items.Any(e => e.Status == "default" && e.Bodies.Count > 0)) switch
    {
        (true, true) => CancellationDocs(call),
        (true, false) => CancellationDocs(call) + "\n/// <inheritdoc cref=\"RequestBuilder.SendAsync\" path=\"exception\"/>",
        (false, true) => CancellationDocs(call),
        (false, false) => "/// <inheritdoc cref=\"RequestBuilder.SendAsync\" path=\"param|exception\"/>",
    };

    private static string Returns(CallShape call) => $"{What(call.Response)} {call.Successes}".Trim() is { Length: > 0 } text ? DocComment.Element("returns", text) : "";

    private static string What(ResponseShape response) => (response.Content, response.EmptyStatuses) switch
    {
        (null, _) when response.IsHead => "The headers of the response.",
        (ResultContentShape, _) => "The status code with the body that it has.",
        (StreamContentShape, null) => "The response body, which the caller disposes.",
        (StreamContentShape, _) => "The response body, which the caller disposes; null if the response has none.",
        (null, _) or (_, null) => "",
        _ => "The response body; null if the response has none.",
    };

    private static string SendWithResponse(CallShape call) => Source.Of($$"""
        /// <inheritdoc cref="{{call.Name}}Async"/>
        {{Docs.Obsolete(call.Doc)}}
        public Task<Response<{{call.Response.Type}}, {{call.HeadersType ?? "ResponseHeaders"}}>> {{call.Name}}WithResponseAsync(
            {{Parameters(call)}}{{Configure(call)}} configure = null, CancellationToken cancellationToken = default) =>
            SendWithResponseAsync{{(call.HeadersType is { } type ? $"<{call.Response.Type}, {type}>" : "")}}(To{{call.Name}}RequestInformation({{Arguments(call)}}configure), {{call.Fields.Response}}, cancellationToken);
        """);

    private static string Statics(CallShape call) => call.First is not null ? "" : Source.Members([Responses(call), .. call.Streams.Select(StreamTemplate.Field), call.Paging is { } paging ? PagingTemplate.Contract(call, paging) : ""]);

    // RateLimit = new(100, TimeSpan.FromSeconds(1), 1000, "GET /pets")
    private static string RateLimitOf(RateLimitShape limit)
    {
        var per = limit.Milliseconds % 1000 == 0 ? $"FromSeconds({Number(limit.Milliseconds / 1000)})" : $"FromMilliseconds({Number(limit.Milliseconds)})";
        var burst = limit.Burst is { } number ? $", {Number(number)}" : "";
        var scope = limit.Scope.Length == 0 ? "" : $", scope: {CSharpText.Literal(limit.Scope)}";
        return $"RateLimit = new({Number(limit.Requests)}, TimeSpan.{per}{burst}{scope})";
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    // private static readonly ResponseMap<Pet> GetResponse = new(BodyType.Json(WireType.Model<Pet>()), 200) { ["404"] = ErrorResponseException.Body };
    private static string Responses(CallShape call)
    {
        var start = $"private static readonly ResponseMap<{call.Response.Type}> {call.Fields.Response} = new({BodyTypeTemplate.Write(call.Response)}{string.Concat(call.Response.Statuses.Select(BodyTypeTemplate.Following))})";
        var errors = call.Errors.Select(ErrorCasesTemplate.Entry).ToList();
        if (call.RateLimit is { } limit)
            errors.Insert(0, RateLimitOf(limit));
        var line = $"{start} {{ {string.Join(", ", errors)} }};";
        return errors.Count == 0 ? start + ";"
            : line.Length <= MaxLineLength ? line
            : $"{start}\n{{\n    {string.Join(",\n    ", errors)}\n}};";
    }
}
