using System.Collections.Concurrent;
using Kiln.Generator.Specs.Reading;
using Kiln.Generator.Specs.Tree;
using Kiln.Generator.Tests.Agreement;
using Kiln.Generator.Tests.Driving;
using Kiln.Generator.Tests.RoundTrip;

namespace Kiln.Generator.Tests.Corpus;

/// <summary>What became of one of the public documents. Each is generated and compiled once, whichever tests look at it; only what they ask is kept.</summary>
/// <param name="Error">The first error that the generator told; <see langword="null"/> for none.</param>
/// <param name="CompilerMessages">The errors and warnings of the compiler over what was emitted.</param>
/// <param name="RoundTrip">How its examples fared.</param>
/// <param name="Made">How values fared that were made from its schemas.</param>
/// <param name="Agreement">How far NSwag reads the same in it.</param>
internal sealed record CorpusRun(string? Error, string CompilerMessages, RoundTripReport RoundTrip, RoundTripReport Made, AgreementReport Agreement)
{
    public const string Absent = "The public documents are not beside this checkout.";

    private const int MadePerSchema = 3;

    // In several files, all of which are given.
    private static readonly string[] Joined = ["OAI__petstore-separate-2.0/spec/swagger.json", "digitalocean__specification/DigitalOcean-public.v2.yaml"];

    private static readonly ConcurrentDictionary<string, Lazy<CorpusRun>> Runs = new(StringComparer.Ordinal);

    /// <summary>The documents' names; a single <see langword="null"/> where they are not there, so that a test can say so.</summary>
    public static TheoryData<string?> Documents() => Repository.Corpus is null ? new TheoryData<string?>((string?)null) : [.. Names()];

    public static IReadOnlyList<string> Names() =>
    [
        .. Directory.GetFiles(Repository.Corpus!)
            .Select(f => Path.GetFileName(f))
            .Where(f => f.EndsWith(".yaml", StringComparison.Ordinal) || f.EndsWith(".json", StringComparison.Ordinal))
            .Concat(Joined)
            .Order(StringComparer.Ordinal),
    ];

    public static CorpusRun Of(string document) => Runs.GetOrAdd(document, d => new(() => Run(d))).Value;

    private static CorpusRun Run(string document)
    {
        using var sdk = new CompiledSdk(document, Read(document), CancellationToken.None, [.. Parts(document)]);
        if (sdk.Error is not null)
            return new(sdk.Error, "", RoundTripReport.Empty, RoundTripReport.Empty, AgreementReport.NotLoaded);

        var raw = SpecTreeReader.Read(new SpecText(document, Read(document)), [], CancellationToken.None)!;
        var agreement = AgreementReport.Between(NSwagFacts.Of(raw), OwnFacts.Of(sdk.Api), AgreementReasons.For(sdk.ApiDiagnostics));
        return sdk.CompilerMessages.Length > 0
            ? new(null, sdk.CompilerMessages, RoundTripReport.Empty, RoundTripReport.Empty, agreement)
            : new(null, "", RoundTripper.Try(sdk, ExampleFinder.In(sdk.Spec.Root)), RoundTripper.TryMade(sdk, MadePerSchema, seed: 1), agreement);
    }

    private static IEnumerable<SpecText> Parts(string document) => document.Split('/') is [var folder, _, ..]
        ? from file in Directory.GetFiles(Path.Combine(Repository.Corpus!, folder), "*", SearchOption.AllDirectories)
          let name = Path.GetRelativePath(Repository.Corpus!, file).Replace('\\', '/')
          where name != document
          select new SpecText(name, Read(name))
        : [];

    private static string Read(string document) => File.ReadAllText(Path.Combine(Repository.Corpus!, document));
}
