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
        call.Response.IsUnknown ? SendForStream(call) : "",
        call.Paging is { } paging ? PagingTemplate.GetAll(call, paging) : "",
        call.Paging is { CountOnlyProperty: not null } counted ? PagingTemplate.Count(call, counted) : "",
        ToRequestInformation(call),
        Statics(call),
    ]);

    /// <summary>The parameters that each method begins with.</summary>
    public static string Parameters(CallShape call) =>
        (call.Body is { IsRequired: true } body ? BodyParameters(body) : "")
        + string.Concat(call.Arguments.Select(a => $"{a.Type} {a.Name}, "))
        + (call.Body is { IsRequired: false } optional ? BodyParameters(optional) : "");

    /// <summary>The same as arguments for another of the methods.</summary>
    public static string Arguments(CallShape call) =>
        (call.Body is { IsRequired: true } body ? BodyArguments(body) : "")
        + string.Concat(call.Arguments.Select(a => $"{a.Name}, "))
        + (call.Body is { IsRequired: false } optional ? BodyArguments(optional) : "");

    /// <summary>What the doc comment of each method says of those parameters.</summary>
    public static string ParameterDocs(CallShape call) => Source.Lines(
    [
        call.Body is { } body ? DocComment.Element("param name=\"body\"", body.Description ?? "The request body.") : "",
        call.Body is { TakesContentType: true } ? "/// <param name=\"contentType\">The content type of the body, with its boundary if it has one.</param>" : "",
        .. call.Arguments.Select(a => DocComment.Element($"param name=\"{a.Name.TrimStart('@')}\"", a.Description ?? $"The required parameter `{a.WireName}`.")),
        "/// <param name=\"configure\">Configures query parameters, headers and options.</param>",
    ]);

    private static string BodyParameters(BodyShape body) => $"{body.Type} body, {(body.TakesContentType ? "string contentType, " : "")}";

    private static string BodyArguments(BodyShape body) => $"body, {(body.TakesContentType ? "contentType, " : "")}";

    private static string Send(CallShape call) => Source.Of($$"""
        {{Docs.Write(call.Doc, $"Sends {(call.Method[0] == 'O' ? "an" : "a")} {call.Method} request to `{call.Path}`.")}}
        {{ParameterDocs(call)}}
        {{Docs.CancellationToken}}
        /// <returns>{{Returns(call.Response)}}</returns>
        {{Source.Lines(Exceptions(call))}}
        {{Docs.Obsolete(call.Doc)}}
        public {{(call.Response.Content is null ? "Task" : $"Task<{call.Response.Type}>")}} {{call.Name}}Async(
            {{Parameters(call)}}Action<RequestConfiguration<{{call.Query}}>>? configure = null, CancellationToken cancellationToken = default) =>
            RequestAdapter.SendAsync(To{{call.Name}}RequestInformation({{Arguments(call)}}configure), {{call.Fields.Response}}, {{call.Fields.Errors}}, cancellationToken);
        """);

    private static string Returns(ResponseShape response) => (response.Content, response.EmptyStatuses) switch
    {
        (null, _) => "A task that completes when the response has arrived.",
        (StreamContentShape, null) => "The response body, which the caller disposes.",
        (StreamContentShape, _) => "The response body, which the caller disposes; null if the response has none.",
        (_, null) => "The response body.",
        _ => "The response body; null if the response has none.",
    };

    private static string SendForStream(CallShape call) => Source.Of($$"""
        /// <summary>Sends the request and returns the body, of which the document says nothing, as it is received.</summary>
        /// <inheritdoc cref="{{call.Name}}Async" path="param|exception"/>
        /// <returns>The response body, which the caller disposes{{(call.Response.EmptyStatuses is null ? "" : "; null if the response has none")}}.</returns>
        {{Docs.Obsolete(call.Doc)}}
        public Task<Stream{{(call.Response.EmptyStatuses is null ? "" : "?")}}> {{call.Name}}StreamAsync(
            {{Parameters(call)}}Action<RequestConfiguration<{{call.Query}}>>? configure = null, CancellationToken cancellationToken = default) =>
            RequestAdapter.SendAsync(To{{call.Name}}RequestInformation({{Arguments(call)}}configure), {{Optional(call.Response, "BodyType.Stream")}}, {{call.Fields.Errors}}, cancellationToken);
        """);

    private static string SendWithResponse(CallShape call) => Source.Of($$"""
        /// <summary>Sends the request and returns the body with the status and headers.</summary>
        /// <inheritdoc cref="{{call.Name}}Async" path="param|exception"/>
        {{Docs.Obsolete(call.Doc)}}
        public Task<Response<{{call.Response.Type}}, {{call.HeadersType ?? "ResponseHeaders"}}>> {{call.Name}}WithResponseAsync(
            {{Parameters(call)}}Action<RequestConfiguration<{{call.Query}}>>? configure = null, CancellationToken cancellationToken = default) =>
            RequestAdapter.SendWithResponseAsync({{(call.HeadersType is null ? "" : "\n    ")}}To{{call.Name}}RequestInformation({{Arguments(call)}}configure), {{call.Fields.Response}}, {{(call.HeadersType is { } type ? $"static headers => new {type}(headers), " : "")}}{{call.Fields.Errors}}, cancellationToken);
        """);

    private static IEnumerable<string> Exceptions(CallShape call)
    {
        var declared = call.Errors
            .GroupBy(e => e.Exception)
            .Select(g => $"/// <exception cref=\"{g.Key}\">{Statuses([.. g.Select(e => e.Status)])}.</exception>");
        return call.Errors.Items.Any(e => e.Status == "default")
            ? declared
            : declared.Append($"/// <exception cref=\"ServiceException\">Any {(call.Errors.Count == 0 ? "" : "other ")}unsuccessful status code.</exception>");
    }

    private static string Statuses(IReadOnlyList<string> statuses)
    {
        var named = DocComment.Escape(string.Join(", ", statuses.Where(s => s != "default")));
        return (named, statuses.Contains("default")) switch
        {
            ("", _) => "Any unsuccessful status code",
            (_, false) => named,
            (_, true) => $"{named}, and any other unsuccessful status code",
        };
    }

    private static string ToRequestInformation(CallShape call) => Source.Of($$"""
        /// <summary>Creates the request without sending it.</summary>
        /// <inheritdoc cref="{{call.Name}}Async" path="param[@name!='cancellationToken']"/>
        {{Docs.Obsolete(call.Doc)}}
        public RequestInformation To{{call.Name}}RequestInformation({{Parameters(call)}}Action<RequestConfiguration<{{call.Query}}>>? configure = null)
        {
            {{Configuration(call)}}
            {{(call.UsesQuery ? "var query = request.QueryParameters;" : "")}}
            var url = {{(call.Url.Path is null ? "BuildPath()" : "CreateUrlBuilder()")}};
            {{UrlTemplate.Path(call.Url.Path)}}
            {{Source.Lines(call.Url.Query.Select(UrlTemplate.Query))}}
            {{Finish(call)}}
        }
        """);

    // What is required is set first, so that the caller's own configuration has the last word.
    private static string Configuration(CallShape call) => call.Arguments.Count == 0
        ? "var request = CreateConfiguration(configure);"
        : Source.Lines(
        [
            $"var request = new RequestConfiguration<{call.Query}>();",
            .. call.Arguments.Select(a => $"request.QueryParameters.{a.Property} = {a.Name};"),
            "configure?.Invoke(request);",
        ]);

    // return CreateRequest(Method.GET, ref url, request, "application/json");
    private static string Finish(CallShape call)
    {
        var make = $"CreateRequest(Method.{call.Method}, ref url, request, {CSharpText.Literal(call.Accept)}{(call.SendsCredentials ? "" : ", authenticate: false")});";
        if (call.Body is null && call.Headers.Count == 0)
            return $"return {make}";

        return Source.Lines(
        [
            $"var information = {make}",
            .. call.Headers.Select(h => $"information.AddHeader({CSharpText.Literal(h.WireName)}, {h.Wire}, query.{h.Property});"),
            SetBody(call.Body),
            "return information;",
        ]);
    }

    private static string SetBody(BodyShape? body) => body switch
    {
        null => "",
        { IsRequired: true } => SetContent(body),
        _ => $"if (body is not null)\n    {SetContent(body)}",
    };

    // information.SetJsonContent(WireType.Model<Pet>(), body);
    private static string SetContent(BodyShape body)
    {
        var value = body.IsNullableValueType ? "body.Value" : "body";
        var contentType = body.TakesContentType ? "contentType" : CSharpText.Literal(body.MediaType);
        return body.Content switch
        {
            JsonContentShape json when body.MediaType == "application/json" => $"information.SetJsonContent({json.Wire}, {value});",
            JsonContentShape json => $"information.SetJsonContent({json.Wire}, {value}, {contentType});",
            StringContentShape => $"information.SetStringContent({value}, {contentType});",
            _ => $"information.SetStreamContent({value}, {contentType});",
        };
    }

    private static string Statics(CallShape call) => Source.Members(
    [
        $"private static readonly BodyType<{call.Response.Type}> {call.Fields.Response} = {BodyType(call.Response)};",
        ErrorMap(call),
        call.Paging is { } paging ? PagingTemplate.Contract(call, paging) : "",
    ]);

    /// <summary>A body type that may be absent, or the same.</summary>
    public static string Optional(ResponseShape response, string bodyType) => response.EmptyStatuses is { } statuses
        ? $"BodyType.Optional({string.Concat([bodyType, .. statuses.Select(s => $", {s.ToString(CultureInfo.InvariantCulture)}")])})"
        : bodyType;

    private static string BodyType(ResponseShape response) => Optional(response, BodyType(response.Content));

    private static string BodyType(ContentShape? content) => content switch
    {
        null => "BodyType.None",
        JsonContentShape json => $"BodyType.Json({json.Wire})",
        StringContentShape => "BodyType.String",
        _ => "BodyType.Stream",
    };

    // private static readonly ErrorMap GetErrors = new() { ["404"] = ErrorResponseException.Body };
    private static string ErrorMap(CallShape call)
    {
        var cases = call.Errors.Items.Select(e => $"[{CSharpText.Literal(e.Status)}] = {e.Exception}.Body").ToList();
        var start = $"private static readonly ErrorMap {call.Fields.Errors} = new()";
        var line = $"{start} {{ {string.Join(", ", cases)} }};";
        return cases.Count == 0 ? start + ";"
            : line.Length <= MaxLineLength ? line
            : $"{start}\n{{\n    {string.Join(",\n    ", cases)}\n}};";
    }
}
