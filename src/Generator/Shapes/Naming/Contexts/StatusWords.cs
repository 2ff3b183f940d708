namespace Kiln.Generator.Shapes.Naming;

/// <summary>What statuses are called.</summary>
internal static class StatusWords
{
    // The names of RFC 9110, section 15, and of the registry of HTTP status codes for those that other RFCs define.
    private static readonly Dictionary<string, string> Reasons = new(StringComparer.OrdinalIgnoreCase)
    {
        ["200"] = "Ok", ["201"] = "Created", ["202"] = "Accepted", ["203"] = "NonAuthoritativeInformation", ["206"] = "PartialContent", ["207"] = "MultiStatus", ["208"] = "AlreadyReported", ["226"] = "ImUsed",
        ["300"] = "MultipleChoices", ["301"] = "MovedPermanently", ["302"] = "Found", ["303"] = "SeeOther", ["307"] = "TemporaryRedirect", ["308"] = "PermanentRedirect",
        ["400"] = "BadRequest", ["401"] = "Unauthorized", ["402"] = "PaymentRequired", ["403"] = "Forbidden", ["404"] = "NotFound", ["405"] = "MethodNotAllowed",
        ["406"] = "NotAcceptable", ["407"] = "ProxyAuthenticationRequired", ["408"] = "RequestTimeout", ["409"] = "Conflict", ["410"] = "Gone", ["411"] = "LengthRequired",
        ["412"] = "PreconditionFailed", ["413"] = "ContentTooLarge", ["414"] = "UriTooLong", ["415"] = "UnsupportedMediaType", ["416"] = "RangeNotSatisfiable",
        ["417"] = "ExpectationFailed", ["418"] = "Teapot", ["421"] = "MisdirectedRequest", ["422"] = "UnprocessableContent", ["423"] = "Locked", ["424"] = "FailedDependency",
        ["425"] = "TooEarly", ["426"] = "UpgradeRequired", ["428"] = "PreconditionRequired", ["429"] = "TooManyRequests", ["431"] = "RequestHeaderFieldsTooLarge",
        ["451"] = "UnavailableForLegalReasons",
        ["500"] = "InternalServerError", ["501"] = "NotImplemented", ["502"] = "BadGateway", ["503"] = "ServiceUnavailable", ["504"] = "GatewayTimeout",
        ["505"] = "HttpVersionNotSupported", ["506"] = "VariantAlsoNegotiates", ["507"] = "InsufficientStorage", ["508"] = "LoopDetected", ["510"] = "NotExtended",
        ["511"] = "NetworkAuthenticationRequired",
        ["1XX"] = "Informational", ["2XX"] = "Success", ["3XX"] = "Redirection", ["4XX"] = "ClientError", ["5XX"] = "ServerError",
        ["default"] = "",
    };

    /// <summary>The word for a status; empty for <c>default</c>.</summary>
    /// <example><c>NotFound</c> for <c>404</c>, <c>ClientError</c> for <c>4XX</c>, <c>Status499</c> for a status that has no name.</example>
    public static string Of(string status) => Reasons.TryGetValue(status, out var reason) ? reason : "Status" + Identifiers.Pascal(status).TrimStart('N');
}
