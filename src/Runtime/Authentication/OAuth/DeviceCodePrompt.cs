namespace Kiln.Runtime.Authentication;

/// <summary>What a user needs to sign in on another device (RFC 8628, section 3.2).</summary>
public sealed class DeviceCodePrompt
{
    internal DeviceCodePrompt(string userCode, Uri verificationUri, Uri? completeVerificationUri, DateTimeOffset expires) =>
        (UserCode, VerificationUri, CompleteVerificationUri, Expires) = (userCode, verificationUri, completeVerificationUri, expires);

    /// <summary>Gets the code that the user enters, on one line and without control characters.</summary>
    public string UserCode { get; }

    /// <summary>Gets the URL, of http or https, that the user opens.</summary>
    public Uri VerificationUri { get; }

    /// <summary>Gets the URL with the code in it, for a QR code; null if the server sent none.</summary>
    public Uri? CompleteVerificationUri { get; }

    /// <summary>Gets when the code expires.</summary>
    public DateTimeOffset Expires { get; }
}
