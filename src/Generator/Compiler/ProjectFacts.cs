using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Kiln.Generator.Compiler;

/// <summary>What the generator needs to know of the project beside its documents, equal by value: an edit of C# does not change it.</summary>
/// <param name="Runtime">The version of the referenced Kiln.Runtime; <see langword="null"/> if there is none.</param>
/// <param name="HasDependencyInjection">Whether the project references Kiln.DependencyInjection.</param>
/// <param name="HasReferences">Whether the project references any assembly; an editor may run generators before references are known.</param>
/// <param name="ConfiguredErrors">The errors whose severity the project sets.</param>
/// <param name="OldLanguage">The version of C#, if it is too old for generated code; otherwise <see langword="null"/>.</param>
/// <param name="UnknownMetadata">Metadata of OpenApiSdk items that Kiln does not know.</param>
/// <param name="File">The path of the project; <see langword="null"/> if it is not known.</param>
internal sealed record ProjectFacts(
    Version? Runtime, bool HasDependencyInjection, bool HasReferences, EquatableArray<string> ConfiguredErrors, string? OldLanguage, EquatableArray<string> UnknownMetadata, string? File)
{
    private const LanguageVersion OldestLanguage = LanguageVersion.CSharp12;

    private static readonly string[] Errors = [.. Rules.All.Where(r => r.Severity == DiagnosticLevel.Error).Select(r => r.Id)];

    public static ProjectFacts OfCompilation(Compilation compilation, CancellationToken cancellationToken) => new(
        compilation.ReferencedAssemblyNames.FirstOrDefault(a => a.Name == "Kiln.Runtime")?.Version,
        compilation.ReferencedAssemblyNames.Any(a => a.Name == "Kiln.DependencyInjection"),
        compilation.ExternalReferences.Length > 0,
        Errors.Where(id => IsConfigured(id, compilation.Options, cancellationToken)).ToEquatableArray(),
        null,
        [],
        null);

    public static ProjectFacts WithLanguage((ProjectFacts Facts, ParseOptions Options) input, CancellationToken cancellationToken) =>
        input.Options is CSharpParseOptions { LanguageVersion: < OldestLanguage and var version } ? input.Facts with { OldLanguage = version.ToDisplayString() } : input.Facts;

    public static ProjectFacts WithProperties((ProjectFacts Facts, AnalyzerConfigOptionsProvider Options) input, CancellationToken cancellationToken) => input.Facts with
    {
        UnknownMetadata = (Property(input.Options, "KilnUnknownMetadata") ?? "").Split([','], StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).ToEquatableArray(),
        File = Property(input.Options, "MSBuildProjectFullPath"),
    };

    private static string? Property(AnalyzerConfigOptionsProvider options, string name) =>
        options.GlobalOptions.TryGetValue("build_property." + name, out var value) && value.Length > 0 ? value : null;

    // In the project file (NoWarn) or in a global configuration file.
    private static bool IsConfigured(string id, CompilationOptions options, CancellationToken cancellationToken) =>
        options.SpecificDiagnosticOptions.ContainsKey(id)
        || (options.SyntaxTreeOptionsProvider is { } provider && provider.TryGetGlobalDiagnosticValue(id, cancellationToken, out _));
}
