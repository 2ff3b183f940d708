namespace Kiln.Generator.Diagnostics;

/// <summary>The diagnostics about links, callbacks and webhooks: <c>KILN0212</c> to <c>KILN0215</c>.</summary>
internal static class WebhookRules
{
    public static readonly DiagnosticRule IncompleteLink = new(
        "KILN0212", DiagnosticLevel.Warning, "Link not generated in full",
        "The link '{0}' {1}");

    public static readonly DiagnosticRule BodyWithoutReader = new(
        "KILN0213", DiagnosticLevel.Info, "Webhook body without a reader",
        "A body of '{0}' has no method that reads it, since it is not JSON; use the bytes of the request");

    public static readonly DiagnosticRule ParameterNotRead = new(
        "KILN0214", DiagnosticLevel.Info, "Webhook parameter not read",
        "The parameter '{0}' has no property, since it is in the {1} of the received request; take it from there");

    public static readonly DiagnosticRule InvalidSignature = new(
        "KILN0215", DiagnosticLevel.Error, "Invalid x-kiln-webhook-signature",
        "x-kiln-webhook-signature: {0}");
}
