namespace Kiln.Generator.Diagnostics;

/// <summary>What a document declares and an SDK does not have yet, whichever stage finds it: <c>KILN0166</c> to <c>KILN0171</c>.</summary>
internal static class UnsupportedRules
{
    public static readonly DiagnosticRule IgnoredHeaderParameter = new(
        "KILN0166", DiagnosticLevel.Info, "Header parameter ignored",
        "A header parameter named '{0}' is ignored, as OpenAPI 3 requires; {1}");

    public static readonly DiagnosticRule ForeignPaging = new(
        "KILN0167", DiagnosticLevel.Info, "Paging extension not read",
        "'{0}' is not read: {1}; the operation has no method that reads all pages, until x-kiln-paging describes them");

    public static readonly DiagnosticRule HeaderAsString = new(
        "KILN0171", DiagnosticLevel.Info, "Response header exposed as a string",
        "The response header '{0}' is {1}, for which OpenAPI defines no form that can be read, so it is exposed as a string");
}
