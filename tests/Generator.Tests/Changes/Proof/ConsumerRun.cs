using System.Text;
using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Emission;
using Kiln.Generator.Tests.Changes.Proof.Consumers;
using Kiln.Generator.Tests.Driving;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Kiln.Generator.Tests.Changes.Proof;

/// <summary>
/// Compiles the SDKs of several pairs of documents into one assembly for each version, and a program of consumers against the old one. What the program does then is what each change does: it is
/// compiled against the new assembly, and it is loaded with the new assembly in the place of the old one.
/// </summary>
internal sealed class ConsumerRun
{
    // Code may use what was obsolete before.
    private static readonly string[] Obsolete = ["CS0612", "CS0618"];

    private static readonly CSharpParseOptions ParseOptions = SdkCompilation.ParseOptions.WithDocumentationMode(DocumentationMode.None);

    private static readonly CSharpCompilationOptions Options = SdkCompilation.Empty.Options.WithOptimizationLevel(OptimizationLevel.Release);

    private static readonly CSharpCompilationOptions StrictOptions = Options
        .WithGeneralDiagnosticOption(ReportDiagnostic.Error)
        .WithSpecificDiagnosticOptions(Obsolete.Select(id => KeyValuePair.Create(id, ReportDiagnostic.Warn)));

    private readonly IReadOnlyList<PairSdks> pairs;
    private readonly Dictionary<PairSdks, List<SeenEffect>> seen;
    private readonly Dictionary<PairSdks, List<Consumer>> consumers;

    private ConsumerRun(IReadOnlyList<PairSdks> pairs, CancellationToken cancellationToken)
    {
        this.pairs = pairs;
        seen = pairs.ToDictionary(p => p, _ => new List<SeenEffect>());
        var old = Sdk(p => p.Old.Files.Items);
        (OldImage, NewImage) = (Emit(old, cancellationToken), Emit(Sdk(p => p.New.Files.Items), cancellationToken));
        consumers = pairs.AsParallel().AsOrdered().WithCancellation(cancellationToken).Select(p => (Pair: p, Consumers: Write(p, old))).ToDictionary(p => p.Pair, p => p.Consumers);

        var trees = pairs.Where(p => consumers[p].Count > 0).ToDictionary(p => Program(p, consumers[p]), p => p);
        Image = EmitProgram(trees.Keys, out var obsolete, cancellationToken);
        CompileWithNewSdk(trees, obsolete, cancellationToken);
        RunWithNewSdk();
    }

    /// <summary>The assembly of the old SDKs.</summary>
    public byte[] OldImage { get; }

    /// <summary>The assembly of the new SDKs, of the same name.</summary>
    public byte[] NewImage { get; }

    /// <summary>The program, compiled against the old SDKs.</summary>
    public byte[] Image { get; }

    /// <summary>How many consumers there are.</summary>
    public int ConsumerCount => consumers.Values.Sum(c => c.Count);

    /// <summary>The consumers of a pair.</summary>
    public IReadOnlyList<Consumer> ConsumersOf(PairSdks pair) => consumers[pair];

    /// <summary>What was seen of a pair.</summary>
    public IReadOnlyList<SeenEffect> SeenOf(PairSdks pair) => seen[pair];

    public static ConsumerRun Of(IReadOnlyList<PairSdks> pairs, CancellationToken cancellationToken) => new(pairs, cancellationToken);

    /// <summary>The failures of the program where nothing was exchanged; none if it is sound.</summary>
    public IEnumerable<string> FailuresWithOldSdk()
    {
        using var exchange = new AssemblyExchange(OldImage, Image);
        return [.. pairs.SelectMany(p => consumers[p].Select((_, i) => exchange.Failure(TypeOf(p, i)))).OfType<string>()];
    }

    private void CompileWithNewSdk(Dictionary<SyntaxTree, PairSdks> trees, HashSet<(SyntaxTree?, int)> obsolete, CancellationToken cancellationToken)
    {
        foreach (var message in Compile(trees.Keys, NewImage).GetDiagnostics(cancellationToken).Where(d => d.Severity >= DiagnosticSeverity.Warning))
        {
            Assert.True(message.Location.SourceTree is not null && trees.ContainsKey(message.Location.SourceTree), message.ToString());
            var (pair, line) = (trees[message.Location.SourceTree!], LineOf(message));
            // An error without warnings as errors, or only with them.
            var effect = message.DefaultSeverity == DiagnosticSeverity.Error ? CSharpEffects.SourceBreaking : CSharpEffects.SourceWarning;
            if (!Obsolete.Contains(message.Id) || !obsolete.Contains((message.Location.SourceTree, line)))
                seen[pair].Add(new(consumers[pair][line], effect, $"{message.Id}: {message.GetMessage()}"));
        }
    }

    private void RunWithNewSdk()
    {
        using var exchange = new AssemblyExchange(NewImage, Image);
        foreach (var pair in pairs)
        {
            foreach (var (i, consumer) in consumers[pair].Index())
            {
                if (exchange.Failure(TypeOf(pair, i)) is { } failure)
                    seen[pair].Add(new(consumer, CSharpEffects.BinaryBreaking, failure));
            }
        }
    }

    // A consumer depends on the types that it names: where the text of none of them differs, it was not changed.
    private static List<Consumer> Write(PairSdks pair, CSharpCompilation old)
    {
        var newFiles = pair.New.Files.Items.ToDictionary(f => f.HintName, f => f.Text);
        var changed = pair.Old.Files.Items.Where(f => !newFiles.TryGetValue(f.HintName, out var text) || text != f.Text).Select(f => PathOf(pair, f)).ToHashSet(StringComparer.Ordinal);
        if (changed.Count == 0)
            return [];
        var types = Types(old.GlobalNamespace.GetNamespaceMembers().Single(n => n.Name == pair.Namespace))
            .Where(t => t.DeclaringSyntaxReferences.Any(r => changed.Contains(r.SyntaxTree.FilePath)))
            .Select(TypeText.NameOf)
            .ToHashSet(StringComparer.Ordinal);
        return [.. ConsumerWriter.Of(old.GlobalNamespace.GetNamespaceMembers().Single(n => n.Name == pair.Namespace)).Where(c => c.Touched.Overlaps(types))];
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container) => container.GetMembers().OfType<INamespaceOrTypeSymbol>()
        .SelectMany(m => m is INamedTypeSymbol type ? Types(type).Prepend(type) : Types(m));

    private CSharpCompilation Sdk(Func<PairSdks, IEnumerable<SourceFile>> files)
    {
        var trees = pairs.SelectMany(p => files(p).Select(f => (Path: PathOf(p, f), f.Text))).AsParallel().AsOrdered().Select(f => CSharpSyntaxTree.ParseText(SourceText.From(f.Text, Encoding.UTF8), ParseOptions, f.Path));
        return SdkCompilation.Empty.WithOptions(Options).AddSyntaxTrees(trees);
    }

    private static byte[] Emit(CSharpCompilation compilation, CancellationToken cancellationToken)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image, cancellationToken: cancellationToken);
        Assert.Equal("", string.Join("\n", result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Take(20)));
        return image.ToArray();
    }

    private static CSharpCompilation Compile(IEnumerable<SyntaxTree> trees, byte[] sdk) =>
        CSharpCompilation.Create("Program", trees.Prepend(CSharpSyntaxTree.ParseText(ConsumerBuilder.Helpers, ParseOptions)), SdkCompilation.Empty.References.Append(MetadataReference.CreateFromImage(sdk)), StrictOptions);

    private byte[] EmitProgram(IEnumerable<SyntaxTree> trees, out HashSet<(SyntaxTree?, int)> obsolete, CancellationToken cancellationToken)
    {
        using var image = new MemoryStream();
        var messages = Compile(trees, OldImage).Emit(image, cancellationToken: cancellationToken).Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning).ToList();
        Assert.Equal("", string.Join("\n", messages.Where(d => !Obsolete.Contains(d.Id)).Take(20).Select(d => $"{d}\n    {d.Location.SourceTree?.GetText(cancellationToken).Lines[LineOf(d)]}")));
        obsolete = [.. messages.Select(d => (d.Location.SourceTree, LineOf(d)))];
        return image.ToArray();
    }

    // A consumer is a line, by which what the compiler says of it is found.
    private static SyntaxTree Program(PairSdks pair, IReadOnlyList<Consumer> consumers) =>
        CSharpSyntaxTree.ParseText(SourceText.From(string.Join("\n", consumers.Select((c, i) => $"namespace {NamespaceOf(pair, i)} {{ {c.Code} }}")), Encoding.UTF8), ParseOptions, pair.Namespace);

    private static int LineOf(Diagnostic message) => message.Location.GetLineSpan().StartLinePosition.Line;

    private static string NamespaceOf(PairSdks pair, int index) => $"Proof.{pair.Namespace}.N{index}";

    private static string TypeOf(PairSdks pair, int index) => $"{NamespaceOf(pair, index)}.{Consumer.TypeName}";

    private static string PathOf(PairSdks pair, SourceFile file) => $"{pair.Namespace}/{file.HintName}";
}
