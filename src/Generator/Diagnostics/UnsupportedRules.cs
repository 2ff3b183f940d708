namespace Kiln.Generator.Diagnostics;

/// <summary>What a document declares and an SDK does not have yet, whichever stage finds it: <c>KILN0160</c> to <c>KILN0179</c>.</summary>
internal static class UnsupportedRules
{
    public static readonly DiagnosticRule OperationServers = new(
        "KILN0160", DiagnosticLevel.Warning, "Servers of a path or operation not used",
        "Servers of a path or an operation are not supported yet, so requests are sent to the base URL of the client and not to '{0}'; pass the whole URL to WithUrl");

    public static readonly DiagnosticRule SecuritySchemes = new(
        "KILN0161", DiagnosticLevel.Info, "Security schemes not generated",
        "Security schemes ({0}) are not supported yet; the authentication provider that you pass to the request adapter adds the same credentials to all requests");

    public static readonly DiagnosticRule ReceivedRequests = new(
        "KILN0162", DiagnosticLevel.Info, "Callbacks and webhooks not generated",
        "'{0}' is not supported yet: no code is generated to receive these requests; schemas in 'components' become models as usual");

    public static readonly DiagnosticRule Links = new(
        "KILN0163", DiagnosticLevel.Info, "Links not used",
        "Links are not supported yet; call the linked operation with values of the response");

    public static readonly DiagnosticRule AllowReserved = new(
        "KILN0164", DiagnosticLevel.Info, "allowReserved not applied",
        "'allowReserved' is not supported yet, so reserved characters in the value of the parameter '{0}' are percent-encoded");

    public static readonly DiagnosticRule ItemSchema = new(
        "KILN0165", DiagnosticLevel.Info, "itemSchema not used",
        "'itemSchema' is not supported yet; the body of type '{0}' is exposed as {1}");

    public static readonly DiagnosticRule IgnoredHeaderParameter = new(
        "KILN0166", DiagnosticLevel.Info, "Header parameter ignored",
        "A header parameter named '{0}' is ignored, as OpenAPI 3 requires; {1}");

    public static readonly DiagnosticRule ForeignPaging = new(
        "KILN0167", DiagnosticLevel.Info, "Paging extension not read",
        "'{0}' is not supported, so the operation has no method that reads all pages; describe the pages with x-kiln-paging");

    public static readonly DiagnosticRule OtherServers = new(
        "KILN0168", DiagnosticLevel.Info, "Only the first server is used",
        "The client's default base URL is '{0}'; {1} not generated, so set BaseUrl of the request adapter to use them");

    public static readonly DiagnosticRule UntypedError = new(
        "KILN0170", DiagnosticLevel.Info, "Error body not typed",
        "The body of the response '{0}' is not an object, so its exception has no typed error yet; the text is in BodyText of the exception");

    public static readonly DiagnosticRule HeaderAsString = new(
        "KILN0171", DiagnosticLevel.Info, "Response header exposed as a string",
        "The response header '{0}' uses {1}, which is not supported yet, so it is exposed as a string");
}
