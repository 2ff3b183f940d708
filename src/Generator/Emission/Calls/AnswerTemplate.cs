using Kiln.Generator.Shapes.Files;
using Kiln.Generator.Text;

namespace Kiln.Generator.Emission;

/// <summary>Writes the methods of an operation beside the first: those that read other media types, and those that give bytes.</summary>
internal static class AnswerTemplate
{
    private const string Disposed = "The response body, which the caller disposes";

    /// <summary>The method for a body of which the document says nothing.</summary>
    public static string Unknown(CallShape call) => Source.Of($$"""
        /// <summary>Sends the request and returns the body, of which the document says nothing, as it is received.</summary>
        /// <inheritdoc cref="{{call.Name}}Async" path="param|exception"/>
        /// <returns>{{Disposed}}{{OrNull(call.Response)}}.</returns>
        {{Docs.Obsolete(call.Doc)}}
        public Task<ResponseStream{{Sign(call.Response)}}> {{call.Name}}StreamAsync(
            {{CallTemplate.Parameters(call)}}{{CallTemplate.Configure(call)}} configure = null, CancellationToken cancellationToken = default) =>
            RequestAdapter.SendAsync({{Request(call)}}, {{BodyTypeTemplate.Optional(call.Response, "BodyType.Stream")}}, {{call.Fields.Response}}, cancellationToken);
        """);

    /// <summary>The method that takes a media type.</summary>
    public static string Raw(CallShape call, RawShape raw) => Source.Of($$"""
        {{RawSummary(raw)}}
        /// <inheritdoc cref="RequestInformationExtensions.WithAccept" path="param[@name='mediaType']"/>
        /// <inheritdoc cref="{{call.Name}}Async" path="param|exception"/>
        /// <returns>{{Disposed}}{{OrNull(call.Response)}}.</returns>
        {{Docs.Obsolete(call.Doc)}}
        public Task<ResponseStream{{Sign(call.Response)}}> {{raw.Name}}Async(
            string mediaType, {{CallTemplate.Parameters(call)}}{{CallTemplate.Configure(call)}} configure = null, CancellationToken cancellationToken = default) =>
            RequestAdapter.SendAsync({{Request(call)}}.WithAccept(mediaType), {{BodyTypeTemplate.Optional(call.Response, "BodyType.Stream")}}, {{call.Fields.Response}}, cancellationToken);
        """);

    /// <summary>The methods that read another media type into a type of its own.</summary>
    public static string Typed(CallShape call, AnswerShape other) => Source.Members(
    [
        Source.Of($$"""
            {{DocComment.Element("summary", $"Sends the request for {DocComment.Code(other.MediaTypes)}.")}}
            /// <inheritdoc cref="{{call.Name}}Async" path="param|exception"/>
            /// <returns>The response body{{OrNull(other.Response)}}.</returns>
            {{Docs.Obsolete(call.Doc)}}
            public Task<{{other.Response.Type}}> {{other.Name}}Async(
                {{CallTemplate.Parameters(call)}}{{CallTemplate.Configure(call)}} configure = null, CancellationToken cancellationToken = default) =>
                RequestAdapter.SendAsync({{Arguments(call, other)}}, {{call.Fields.Response}}, cancellationToken);
            """),
        Source.Of($$"""
            /// <inheritdoc cref="{{other.Name}}Async"/>
            {{Docs.Obsolete(call.Doc)}}
            public Task<Response<{{other.Response.Type}}, {{call.HeadersType ?? "ResponseHeaders"}}>> {{other.Name}}WithResponseAsync(
                {{CallTemplate.Parameters(call)}}{{CallTemplate.Configure(call)}} configure = null, CancellationToken cancellationToken = default) =>
                RequestAdapter.SendWithResponseAsync({{Arguments(call, other)}}{{(call.HeadersType is { } type ? $", static headers => new {type} {{ All = headers }}" : "")}}, {{call.Fields.Response}}, cancellationToken);
            """),
    ]);

    private static string Arguments(CallShape call, AnswerShape other) =>
        $"\n        {Request(call)}.WithAccept({CSharpText.Literal(other.Accept)}),\n        {BodyTypeTemplate.Write(other.Response)}";

    private static string Request(CallShape call) => $"To{call.Name}RequestInformation({CallTemplate.Arguments(call)}configure)";

    private static string Sign(ResponseShape response) => response.EmptyStatuses is null ? "" : "?";

    private static string OrNull(ResponseShape response) => response.EmptyStatuses is null ? "" : "; null if the response has none";

    // The media types of the document, or the ranges that they are of.
    private static string RawSummary(RawShape raw)
    {
        var types = string.Join(" or ", raw.MediaTypes.Select(m => $"<c>{DocComment.Escape(m)}</c>"));
        return $"/// <summary>Sends the request for {types}{(raw.Constants is { } constants ? $" (<see cref=\"{constants}\"/>)" : "")} and returns the body as it is received.</summary>";
    }
}
