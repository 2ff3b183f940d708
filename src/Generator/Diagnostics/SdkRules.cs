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

    // KILN0202 to 0205 and 0210 are reported by build/Kiln.Generator.targets, since no generator runs in such a project or can see the mistake.
    public static readonly DiagnosticRule MissingFile = new(
        "KILN0202", DiagnosticLevel.Error, "Included file does not exist",
        "The file '{0}' of the project's {1} does not exist; correct the path, which is relative to the project");

    public static readonly DiagnosticRule IncludedUrl = new(
        "KILN0203", DiagnosticLevel.Error, "Include of a URL",
        "'{0}' is a URL, and a build reads files only; download the document and include the file");

    public static readonly DiagnosticRule NoItem = new(
        "KILN0204", DiagnosticLevel.Warning, "Project without an OpenApiSdk item",
        "The project references Kiln.Generator and has no OpenApiSdk item, so no SDK is generated; add <OpenApiSdk Include=\"openapi.yaml\" /> to an ItemGroup");

    public static readonly DiagnosticRule NoFile = new(
        "KILN0205", DiagnosticLevel.Warning, "Include matches no file",
        "The OpenApiSdk items of the project match no file, so no SDK is generated; correct the Include, which is relative to the project");

    public static readonly DiagnosticRule UnknownMetadata = new(
        "KILN0206", DiagnosticLevel.Warning, "Unknown metadata of an OpenApiSdk item",
        "OpenApiSdk items have no metadata '{0}', so it is ignored{1}");

    public static readonly DiagnosticRule MissingRuntime = new(
        "KILN0207", DiagnosticLevel.Error, "Kiln.Runtime not referenced",
        "The project does not reference Kiln.Runtime, which generated code calls; add <PackageReference Include=\"Kiln.Runtime\" Version=\"{0}\" />");

    public static readonly DiagnosticRule OtherRuntime = new(
        "KILN0208", DiagnosticLevel.Warning, "Versions of Kiln.Runtime and Kiln.Generator differ",
        "The project references Kiln.Runtime {0} and Kiln.Generator {1}, and generated code may call what {0} does not have; reference the same version of both");

    public static readonly DiagnosticRule OldLanguage = new(
        "KILN0209", DiagnosticLevel.Error, "C# version too old",
        "The project uses C# {0}, and generated code needs C# 12 or later; set <LangVersion>12</LangVersion>, which requires the .NET SDK 8 or later");

    public static readonly DiagnosticRule OtherLanguage = new(
        "KILN0210", DiagnosticLevel.Error, "Project language is not C#",
        "Kiln generates C#, and this project's language is {0}; generate the SDK in a C# project and reference that");

    public static readonly DiagnosticRule PartialWithoutGenerated = new(
        "KILN0211", DiagnosticLevel.Warning, "Partial type without a generated part",
        "'{0}' is partial, but Kiln generates no type with this name in '{1}'{2}; rename it, pin the name in the document, or remove 'partial'");

    public static readonly DiagnosticRule BreakingChange = new(
        "KILN0216", DiagnosticLevel.Error, "Breaking change of the API",
        "Breaking change since the baseline '{0}': {1}{2}");

    public static readonly DiagnosticRule SdkChange = new(
        "KILN0217", DiagnosticLevel.Warning, "Breaking change of the SDK",
        "Change since the baseline '{0}' that is breaking in C#: {1}{2}");
}
