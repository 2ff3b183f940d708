namespace Kiln.Generator.Diagnostics;

/// <summary>The diagnostics about paging beside <see cref="ApiRules.InvalidPaging"/>.</summary>
internal static class PagingRules
{
    public static readonly DiagnosticRule ConflictingPagingKeys = new(
        "KILN0058", DiagnosticLevel.Error, "Conflicting paging keys",
        "x-kiln-paging: '{0}' and '{1}' cannot be used together");

    public static readonly DiagnosticRule UndeclaredPagingHeader = new(
        "KILN0173", DiagnosticLevel.Warning, "Paging header not declared",
        "x-kiln-paging: The successful response declares no header '{0}'; declare it, or correct the name");
}
