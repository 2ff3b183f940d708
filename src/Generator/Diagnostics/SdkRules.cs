namespace Kiln.Generator.Diagnostics;

/// <summary>The diagnostics about an SDK as a whole: <c>KILN0200</c> to <c>KILN0299</c>.</summary>
internal static class SdkRules
{
    public static readonly DiagnosticRule DuplicateNamespace = new(
        "KILN0200", DiagnosticLevel.Error, "Duplicate namespace",
        "The types of this document and of '{0}' would be in the same namespace, '{1}'; give each OpenApiSdk item a Namespace of its own");

    public static readonly DiagnosticRule InvalidName = new(
        "KILN0201", DiagnosticLevel.Error, "Invalid Namespace or Client name",
        "The {0} '{1}' of this document's OpenApiSdk item is not {2}");
}
