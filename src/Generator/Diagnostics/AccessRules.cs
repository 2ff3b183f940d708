namespace Kiln.Generator.Diagnostics;

/// <summary>The diagnostics about servers and credentials: <c>KILN0172</c> to <c>KILN0175</c>.</summary>
internal static class AccessRules
{
    public static readonly DiagnosticRule IncompleteSecurityScheme = new(
        "KILN0172", DiagnosticLevel.Warning, "Incomplete security scheme",
        "The security scheme '{0}' is incomplete: {1}");

    public static readonly DiagnosticRule InvalidCredential = new(
        "KILN0174", DiagnosticLevel.Warning, "Invalid x-kiln-credential",
        "x-kiln-credential '{0}' is ignored: {1}");

    public static readonly DiagnosticRule UnrequiredSecuritySchemes = new(
        "KILN0175", DiagnosticLevel.Info, "Security schemes not required",
        "No operation requires a security scheme, so the SDK has no credentials; add 'security' to the document or to its operations");
}
