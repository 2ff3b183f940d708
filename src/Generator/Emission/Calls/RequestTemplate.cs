using Kiln.Generator.Shapes.Files;
using Kiln.Generator.Text;

namespace Kiln.Generator.Emission;

/// <summary>Writes the method that creates an operation's request.</summary>
internal static class RequestTemplate
{
    public static string Write(CallShape call) => Source.Of($$"""
        {{RequestDocs(call)}}
        {{Docs.Obsolete(call.Doc)}}
        public RequestInformation To{{call.Name}}RequestInformation({{CallTemplate.Parameters(call)}}{{CallTemplate.Configure(call)}} configure = null){{Request(call)}}
        """);

    private static string RequestDocs(CallShape call) => CallTemplate.HasOwnParameters(call)
        ? $"/// <inheritdoc cref=\"RequestBuilder.CreateRequest\" path=\"summary\"/>\n/// <inheritdoc cref=\"{call.Name}Async\" path=\"param\"/>"
        : "/// <inheritdoc cref=\"RequestBuilder.CreateRequest\" path=\"summary|param\"/>";

    private static string Request(CallShape call) => call.Body switch
    {
        null => $" =>\n    {CreateRequest(call)};",
        { IsRequired: true, Content: not StreamContentShape } body => $" =>\n    {CreateRequest(call)}\n        .{SetContent(body)};",
        { IsRequired: true } body => $"\n{{\n    var request = {CreateRequest(call)};\n    request.{SetContent(body)};\n    return request;\n}}",
        var body => $"\n{{\n    var request = {CreateRequest(call)};\n    if (body is not null)\n        request.{SetContent(body)};\n    return request;\n}}",
    };

    // CreateRequest(Method.GET, UrlFor($"/pets/{petId}").AppendQuery("limit", WireType.Int32, limit), configure, "application/json")
    private static string CreateRequest(CallShape call)
    {
        var url = UrlTemplate.Path(call.Url);
        var inUrl = call.Arguments.Where(a => !IsHeader(a)).Select(a => "." + SentTemplate.Required(a)).ToList();
        if (inUrl.Count > 0)
            url = $"UrlFor({url}){string.Concat(inUrl)}";
        var headers = string.Concat(call.Arguments.Where(IsHeader).Select(a => $"\n        .{SentTemplate.Required(a)}"));
        var idempotency = call.IdempotencyHeader is { } header ? $", idempotencyHeader: {CSharpText.Literal(header)}" : "";
        var isOfKiota = IsOfKiota(call.Method);
        var own = isOfKiota ? "" : $"\n        .WithMethod({CSharpText.Literal(call.Method)})";
        return $"CreateRequest{(call.HeaderParameters is null ? "" : "WithHeaders")}(Method.{(isOfKiota ? call.Method : "POST")}, {url}, configure, {CSharpText.Literal(call.Accept)}{Access(call)}{idempotency}{ContentTypes(call.Body)}){own}{headers}";
    }

    // Kiota's Method has members for these alone; any other method is said beside it.
    private static bool IsOfKiota(string method) => method is "GET" or "PUT" or "POST" or "DELETE" or "OPTIONS" or "HEAD" or "PATCH" or "TRACE";

    private static bool IsHeader(ArgumentShape argument) => argument.Sent.Place is SentPlace.Header or SentPlace.Cookie;

    private static string Access(CallShape call) =>
        (call.Security is { } security ? $", security: {security}" : "") + (call.Server is { } server ? $", server: {CSharpText.Literal(server)}" : "");

    private static string ContentTypes(BodyShape? body) => body is not { ContentTypes.Count: > 0 }
        ? ""
        : $", contentTypes: [{string.Join(", ", body.ContentTypes.Select(CSharpText.Literal))}]";

    // SetJsonContent(WireType.Model<Pet>(), body)
    private static string SetContent(BodyShape body)
    {
        var value = body.IsNullableValueType ? "body.Value" : "body";
        var contentType = body.TakesContentType ? "contentType" : CSharpText.Literal(body.MediaType);
        return body.Content switch
        {
            JsonContentShape json when contentType == "\"application/json\"" => $"SetJsonContent({json.Wire}, {value})",
            JsonContentShape json => $"SetJsonContent({json.Wire}, {value}, {contentType})",
            StringContentShape => $"SetStringContent({value}, {contentType})",
            OwnContentShape own => $"{own.Method}({value}{Unless(own.MediaType)})",
            TypedContentShape typed => $"{typed.Method}({typed.Wire}, {value}{Styles(typed)}{Unless(typed.MediaType, typed.Method == "SetFormContent" ? "contentType: " : "")})",
            _ => $"SetStreamContent({value}, {contentType})",
        };

        string Unless(string @default, string name = "") => body.MediaType == @default ? "" : $", {name}{contentType}";
    }

    // [("filter", ParameterStyle.DeepObject)]
    private static string Styles(TypedContentShape content) =>
        content.Styles.Count == 0 ? "" : $", [{string.Join(", ", content.Styles.Select(s => $"({CSharpText.Literal(s.Field)}, ParameterStyle.{s.Style})"))}]";
}
