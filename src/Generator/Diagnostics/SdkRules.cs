namespace Kiln.Generator.Diagnostics;

/// <summary>What there is to tell about an SDK as a whole.</summary>
internal static class SdkRules
{
    public static readonly DiagnosticRule SameNamespace = new(
        "KILN0200", DiagnosticLevel.Error, "Two documents share a namespace",
        "This document and '{0}' would put their types into one namespace, '{1}': give each OpenApiSdk item a Namespace of its own");

    public static readonly DiagnosticRule NotAName = new(
        "KILN0201", DiagnosticLevel.Error, "A chosen name is not one in C#",
        "The {0} '{1}' of this document's OpenApiSdk item is not {2}");
}
