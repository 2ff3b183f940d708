namespace Kiln.Generator.Diagnostics;

/// <summary>What there is to tell about an SDK as a whole.</summary>
internal static class SdkRules
{
    public static DiagnosticRule SameNamespace { get; } = new(
        "KILN0200", DiagnosticLevel.Error, "Two documents share a namespace",
        "This document and '{0}' would put their types into one namespace: give each OpenApiSdk item a Namespace of its own");

    public static DiagnosticRule InternalFailure { get; } = new(
        "KILN0999", DiagnosticLevel.Error, "Kiln failed",
        "Kiln failed on this document, which is a fault of Kiln: {0}");
}
