using System.Collections.Immutable;
using System.Reflection;
using Kiln.Generator.Tests.Driving;
using Kiln.Generator.Tests.Running.Answers;
using Kiln.Runtime.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.Kiota.Abstractions.Authentication;

namespace Kiln.Generator.Tests.Reported;

/// <summary>
/// The documents of <c>Documents</c>, each an example of a kind that Kiln once had wrong. All become SDKs in one run of the generator, each in a namespace of its
/// own, and are compiled in one go together with what <see cref="ReportedCases"/> does with them.
/// </summary>
internal static class ReportedDocuments
{
    /// <summary>The valid documents, by their names.</summary>
    public static ImmutableSortedDictionary<string, string> Files { get; } = Directory
        .EnumerateFiles(Checkout.PathOf("tests", "Generator.Tests", "Reported", "Documents"), "*.yaml", SearchOption.AllDirectories)
        .Where(f => Path.GetFileName(Path.GetDirectoryName(f)) != "Invalid")
        .ToImmutableSortedDictionary(f => Path.GetFileNameWithoutExtension(f), File.ReadAllText, StringComparer.Ordinal);

    private static readonly Lazy<GeneratorDriverRunResult> Generated = new(() => SdkDriver
        .Create([.. Files.Select(f => ($"{f.Key}.yaml", f.Value, SdkDriver.Metadata(NamespaceOf(f.Key))))])
        .RunGenerators(SdkCompilation.Empty, TestContext.Current.CancellationToken)
        .GetRunResult());

    private static readonly Lazy<Type> Consumer = new(() => SdkAssembly.Of(
        [
            .. Generated.Value.GeneratedTrees,
            .. ReportedCases.All.Select((c, i) => c.SourceAs($"Run{i}", NamespaceOf(c.Document))).Prepend($"{SdkRun.Usings}\n{SdkRun.Helpers}")
                .Select(code => CSharpSyntaxTree.ParseText(code, SdkCompilation.ParseOptions)),
        ]).Assembly.GetType("Consumer")!);

    /// <summary>The diagnostics of all documents.</summary>
    public static IEnumerable<Diagnostic> Diagnostics => Generated.Value.Diagnostics;

    /// <summary>The declarations of the types that a document becomes, request builders and client left out.</summary>
    public static IEnumerable<TypeDeclarationSyntax> TypesOf(string document) =>
        AllTypesOf(document).Where(t => !t.Identifier.Text.EndsWith("RequestBuilder", StringComparison.Ordinal) && t.Identifier.Text is not ("TClient" or "TClientOptions"));

    /// <summary>A type of a document, by its name.</summary>
    public static TypeDeclarationSyntax TypeOf(string document, string name) => AllTypesOf(document).Single(t => t.Identifier.Text == name);

    /// <summary>What the statements of a case return.</summary>
    public static async Task<string> RunAsync(int index)
    {
        var answer = ReportedCases.All[index].Answer;
        await using var server = answer is null ? null : new RawServer(answer);
        using var adapter = new ServiceRequestAdapter(new AnonymousAuthenticationProvider(), new Uri(server?.Url ?? "https://x.test"));

        return (await (Task<object?>)Consumer.Value.GetMethod($"Run{index}")!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [adapter], null)!)?.ToString() ?? "null";
    }

    private static IEnumerable<TypeDeclarationSyntax> AllTypesOf(string document) => Generated.Value.GeneratedTrees
        .Where(t => Path.GetFileName(t.FilePath).StartsWith($"{NamespaceOf(document)}-", StringComparison.Ordinal))
        .SelectMany(t => t.GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>());

    // Such as Reported.NumbersAnyof30
    private static string NamespaceOf(string document) => "Reported." + string.Concat(document.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
