using Kiln.Generator.Pipeline;
using Kiln.Generator.Pipeline.Pins;
using Kiln.Generator.Shapes;
using Kiln.Generator.Specs;
using Kiln.Generator.Specs.Files;
using Kiln.Generator.Specs.Filtering;
using Kiln.Generator.Specs.Tree;
using Kiln.Generator.Tests.Corpus;

namespace Kiln.Generator.Tests.Naming.Pins;

/// <summary>A document with an overlay that pins its names.</summary>
internal sealed class PinnedDocument(string path, string text, Func<string, SpecText?>? find = null)
{
    public const string Overlay = "names.overlay.yaml";

    public static SdkOptions Options { get; } = new("Pinned", null);

    /// <summary>The document of a scenario.</summary>
    public static PinnedDocument OfScenario(string name) => new("spec.yaml", File.ReadAllText(Checkout.PathOf("tests", "Generator.Tests", "Scenarios", name, "spec.yaml")));

    /// <summary>A public document, with the files that it refers to.</summary>
    public static PinnedDocument OfPublic(string document)
    {
        var parts = CorpusRun.Parts(document).ToDictionary(p => p.Path, StringComparer.Ordinal);
        return new(document, PublicDocuments.Read(document), path => parts.GetValueOrDefault(path));
    }

    /// <summary>The document, with the overlay of a text, or with none.</summary>
    public SpecSource Source(string? overlay = null) => SpecSource.Load(
        new SpecText(path, text),
        file => file == Overlay && overlay is not null ? new SpecText(Overlay, overlay) : find?.Invoke(file),
        overlay is null ? [] : [Overlay],
        SpecFilter.None,
        CancellationToken.None);

    /// <summary>The names with an overlay, or without one; <see langword="null"/> for a document that has errors.</summary>
    public SdkNames? Names(string? overlay = null) => SdkPipeline.ReadNames(Source(overlay), Options, CancellationToken.None).Value;

    /// <summary>The pins of the document, whose names an overlay may have pinned already.</summary>
    public PinPlan Pins(string? overlay = null) => PinPlanner.Plan(Names(overlay)!, SpecReader.ReadAssembled(Source(), CancellationToken.None)!);

    /// <summary>The overlay that the pins are written to.</summary>
    public string WritePins(string? overlay = null) => PinFile.Write(path, Pins(overlay).Pins);

    public GeneratedSdk Generate(string? overlay = null) => SdkPipeline.GenerateFrom(Source(overlay), Options, CancellationToken.None);
}
