namespace Kiln.Runtime.Webhooks;

/// <summary>
/// The exception that is thrown for a request whose signature does not prove that the service sent it. It does not say which check failed, or where: that would help
/// whoever forged the request. Respond with 400 or 401, and do nothing with the body.
/// </summary>
public sealed class WebhookSignatureException : Exception
{
    internal WebhookSignatureException()
        : base("The signature of the webhook is missing or not valid, or its time is outside of the tolerance.")
    {
    }
}
