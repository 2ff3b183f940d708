using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kiln.Generator.Tests.Driving;

/// <summary>Compiles what was emitted, as strictly as a project can: C# 12, nullable, documentation, every warning shown.</summary>
internal static class SdkCompilation
{
    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.CSharp12, DocumentationMode.Diagnose);

    // What the tests run on, the runtime and Kiota among it, is what an SDK compiles against.
    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(p => !Path.GetFileName(p).StartsWith("Kiln.Generator", StringComparison.Ordinal))
            .Select(p => MetadataReference.CreateFromFile(p)),
    ];

    public static CSharpCompilation Empty { get; } = CSharpCompilation.Create(
        "Sdk",
        references: References,
        options: new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable,
            warningLevel: 9999));

    /// <summary>The errors and warnings of the compiler over the emitted files.</summary>
    public static IReadOnlyList<Diagnostic> Compile(GeneratorDriver driver, CancellationToken cancellationToken) =>
        Compile(driver.GetRunResult().GeneratedTrees, cancellationToken);

    /// <summary>The errors and warnings of the compiler over some files.</summary>
    public static IReadOnlyList<Diagnostic> Compile(IEnumerable<SyntaxTree> trees, CancellationToken cancellationToken) =>
    [
        .. Empty.AddSyntaxTrees(trees)
            .GetDiagnostics(cancellationToken)
            .Where(d => d.Severity is DiagnosticSeverity.Warning or DiagnosticSeverity.Error),
    ];

    /// <summary>The assembly, <see langword="null"/> if there are errors; and the errors and warnings of the compiler.</summary>
    public static (byte[]? Image, IReadOnlyList<Diagnostic> Messages) Emit(IEnumerable<SyntaxTree> trees, CancellationToken cancellationToken)
    {
        using var image = new MemoryStream();
        using var documentation = new MemoryStream();
        var result = Empty.AddSyntaxTrees(trees).Emit(image, xmlDocumentationStream: documentation, cancellationToken: cancellationToken);
        return (result.Success ? image.ToArray() : null, [.. result.Diagnostics.Where(d => d.Severity is DiagnosticSeverity.Warning or DiagnosticSeverity.Error)]);
    }
}
