using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Generator.Tests.Driving;

/// <summary>Compiles what was emitted, as strictly as a project can: C# 12, nullable, documentation, every warning shown.</summary>
internal static class SdkCompilation
{
    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.CSharp12, DocumentationMode.Diagnose);

    // What the tests run on, the runtime and Kiota among it, is what an SDK compiles against.
    public static IReadOnlyList<string> ReferencePaths { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(p => !Path.GetFileName(p).StartsWith("Kiln.Generator", StringComparison.Ordinal)),
    ];

    public static CSharpCompilation Empty { get; } = CSharpCompilation.Create(
        "Sdk",
        references: ReferencePaths.Select(p => MetadataReference.CreateFromFile(p)),
        options: new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable,
            warningLevel: 9999));

    /// <summary>The errors and warnings of the compiler over the emitted files.</summary>
    public static IReadOnlyList<Diagnostic> Compile(GeneratorDriver driver, CancellationToken cancellationToken) =>
        Compile(driver.GetRunResult().GeneratedTrees, cancellationToken);

    /// <summary>The errors and warnings of the compiler over some files.</summary>
    public static IReadOnlyList<Diagnostic> Compile(IEnumerable<SyntaxTree> trees, CancellationToken cancellationToken)
    {
        SyntaxTree[] files = [.. trees];
        var key = ProvenCompilations.KeyOf(files);
        if (ProvenCompilations.Contains(key))
            return [];

        var messages = Messages(Empty.AddSyntaxTrees(files).GetDiagnostics(cancellationToken));
        if (messages.Count == 0)
            ProvenCompilations.Add(key);
        return messages;
    }

    /// <summary>The assembly, <see langword="null"/> if there are messages; and the errors and warnings of the compiler.</summary>
    public static (byte[]? Image, IReadOnlyList<Diagnostic> Messages) Emit(IReadOnlyList<SyntaxTree> trees, CancellationToken cancellationToken)
    {
        var key = ProvenCompilations.KeyOf(trees);
        if (ProvenCompilations.Image(key) is { } proven)
            return (proven, []);

        using var image = new MemoryStream();
        using var documentation = new MemoryStream();
        var messages = Messages(Empty.AddSyntaxTrees(trees).Emit(image, xmlDocumentationStream: documentation, cancellationToken: cancellationToken).Diagnostics);
        if (messages.Count > 0)
            return (null, messages);
        ProvenCompilations.Add(key, image.ToArray());
        return (image.ToArray(), []);
    }

    private static IReadOnlyList<Diagnostic> Messages(IEnumerable<Diagnostic> diagnostics) =>
        [.. diagnostics.Where(d => d.Severity is DiagnosticSeverity.Warning or DiagnosticSeverity.Error || IsUnusedUsing(d))];

    // The compiler hides these. Aliases stand in for types that a part of the namespace is called like, whether the file names them or not, and for their namespaces.
    private static bool IsUnusedUsing(Diagnostic diagnostic) =>
        diagnostic is { Id: "CS8019", Location.SourceTree: { } file }
        && file.FilePath.EndsWith(".g.cs", StringComparison.Ordinal)
        && !file.GetCompilationUnitRoot().DescendantNodes(n => n is not TypeDeclarationSyntax).OfType<UsingDirectiveSyntax>().Any(u => u.Alias is not null);
}
