using System.Collections.Concurrent;
using Kiln.Generator.Api;
using Kiln.Generator.Api.Model;
using Kiln.Generator.Specs;
using Kiln.Generator.Specs.Files;
using Kiln.Generator.Specs.Filtering;
using Kiln.Generator.Specs.Reading;
using Kiln.Generator.Specs.Tree;
using Kiln.Generator.Tests.Agreement;
using Kiln.Generator.Tests.Answers;
using Kiln.Generator.Tests.Driving;
using Kiln.Generator.Tests.Requests;
using Kiln.Generator.Tests.Requests.Document;
using Kiln.Generator.Tests.RoundTrip;

namespace Kiln.Generator.Tests.Corpus;

/// <summary>What became of one of the public documents. Each is generated and compiled once, whichever tests look at it; only what they ask is kept.</summary>
/// <param name="Error">The first error that the generator told; <see langword="null"/> for none.</param>
/// <param name="CompilerMessages">The errors and warnings of the compiler over what was emitted.</param>
/// <param name="RoundTrip">How its examples fared.</param>
/// <param name="Made">How values fared that were made from its schemas.</param>
/// <param name="Wire">How its requests fared.</param>
/// <param name="Answers">How its responses fared.</param>
/// <param name="Agreement">How far NSwag reads the same in it.</param>
internal sealed record CorpusRun(string? Error, string CompilerMessages, RoundTripReport RoundTrip, RoundTripReport Made, WireReport Wire, AnswerReport Answers, AgreementReport Agreement)
{
    private static readonly int MadePerSchema = TestForm.Count(exhaustive: 3, full: 1, sample: 3);
    private static readonly int CallsPerRequest = TestForm.Count(exhaustive: 3, full: 1, sample: 3);
    private static readonly int BodiesPerAnswer = TestForm.Count(exhaustive: 3, full: 1, sample: 3);

    private static readonly ConcurrentDictionary<string, Lazy<CorpusRun>> Runs = new(StringComparer.Ordinal);

    public static CorpusRun Of(string document) => Runs.GetOrAdd(document, d => new(() => Run(d))).Value;

    /// <summary>The normal form of a document and its API; no API if it has an error.</summary>
    public static (SpecMap? Root, ApiModel? Api) ReadApi(string document)
    {
        SpecText[] parts = [.. Parts(document)];
        var text = new SpecText(document, PublicDocuments.Read(document));
        var spec = SpecReader.Read(SpecSource.Load(text, path => parts.FirstOrDefault(p => p.Path == path), [], SpecFilter.None, CancellationToken.None), CancellationToken.None);
        return spec.Value is null || spec.HasErrors || ApiReader.Read(spec.Value, CancellationToken.None) is not { HasErrors: false, Value: { } api } ? (null, null) : (spec.Value.Root, api);
    }

    private static CorpusRun Run(string document)
    {
        using var sdk = new CompiledSdk(document, PublicDocuments.Read(document), CancellationToken.None, [.. Parts(document)]);
        if (sdk.Error is not null)
            return new(sdk.Error, "", RoundTripReport.Empty, RoundTripReport.Empty, WireReport.Empty, AnswerReport.Empty, AgreementReport.NotLoaded);

        var raw = SpecTreeReader.Read(new SpecText(document, PublicDocuments.Read(document)), [], CancellationToken.None)!;
        var agreement = AgreementReport.Between(NSwagFacts.Of(raw), OwnFacts.Of(sdk.Api), AgreementReasons.For(sdk.ApiDiagnostics));
        return sdk.CompilerMessages.Length > 0
            ? new(null, sdk.CompilerMessages, RoundTripReport.Empty, RoundTripReport.Empty, WireReport.Empty, AnswerReport.Empty, agreement)
            : new(null, "", RoundTripper.Try(sdk, ExampleFinder.In(sdk.Spec.Root)), RoundTripper.TryMade(sdk, MadePerSchema, seed: 1), Call(document, sdk), Serve(document, sdk), agreement);
    }

    private static WireReport Call(string document, CompiledSdk sdk) =>
        Task.Run(() => WireRun.Of(sdk.Assembly!, new RawDocument(document, PublicDocuments.Read), new([.. sdk.SpecDiagnostics, .. sdk.ApiDiagnostics]), CallsPerRequest, seed: 1)).GetAwaiter().GetResult();

    private static AnswerReport Serve(string document, CompiledSdk sdk) =>
        Task.Run(() => AnswerRun.Of(sdk.Assembly!, new RawDocument(document, PublicDocuments.Read), sdk.Spec.Root, BodiesPerAnswer, TestForm.Variable("KILN_ANSWERS_SEED") ?? 1)).GetAwaiter().GetResult();

    /// <summary>The other files of a document in several.</summary>
    public static IEnumerable<SpecText> Parts(string document) => document.Split('/') is [var folder, _, ..]
        ? from file in Directory.GetFiles(PublicDocuments.PathOf(folder), "*", SearchOption.AllDirectories)
          let name = Path.GetRelativePath(PublicDocuments.Folder!, file).Replace('\\', '/')
          where name != document
          select new SpecText(name, PublicDocuments.Read(name))
        : [];
}
