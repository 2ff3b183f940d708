using Kiln.Generator.Pipeline;
using Kiln.Generator.Pipeline.Pins;
using Kiln.Generator.Specs;
using Kiln.Generator.Specs.Files;
using Kiln.Tool.Documents;

namespace Kiln.Tool.Names;

/// <summary>The names of a document and the overlay that pins them.</summary>
/// <param name="Comparison">The pins that there are beside those that there should be.</param>
/// <param name="Names">The names with the pins that there are.</param>
/// <param name="Unpinned">The names without them.</param>
/// <param name="Exists">Whether the overlay exists.</param>
internal sealed record PinnedNames(PinComparison Comparison, SdkNames Names, SdkNames Unpinned, bool Exists)
{
    /// <summary>Reads the names of a document, or ends the run with what is wrong with it.</summary>
    public static SdkNames Read(KilnConsole console, string spec, SpecSource source, SdkChoices choices, CancellationToken cancellationToken) =>
        SdkNamesReader.Read(console, spec, source, choices.Options, "it has no names", cancellationToken);

    /// <summary>Reads a document with an overlay and without it.</summary>
    /// <param name="console">The console.</param>
    /// <param name="spec">The document's path.</param>
    /// <param name="overlay">The overlay's path; it may not exist yet, and may be among the chosen overlays.</param>
    /// <param name="choices">What else was chosen.</param>
    /// <param name="cancellationToken">A token to cancel the reading.</param>
    public static PinnedNames Load(KilnConsole console, string spec, string overlay, SdkChoices choices, CancellationToken cancellationToken)
    {
        var path = console.Resolve(overlay);
        var others = choices.Input with { Overlays = [.. choices.Input.Overlays.Where(o => console.Resolve(o) != path)] };
        var without = SpecFiles.Load(console, spec, others, cancellationToken);
        var unpinned = Read(console, spec, without, choices, cancellationToken);
        if (!File.Exists(path))
            return new(PinComparison.Of([], unpinned, SpecReader.ReadAssembled(without, cancellationToken)!), unpinned, unpinned, Exists: false);

        var with = SpecFiles.Load(console, spec, others with { Overlays = [.. others.Overlays, overlay] }, cancellationToken);
        var names = Read(console, spec, with, choices, cancellationToken);
        return new(PinComparison.Of(PinFile.Read(with.Overlays[with.Overlays.Count - 1].Root), names, SpecReader.ReadAssembled(without, cancellationToken)!), names, unpinned, Exists: true);
    }

    /// <summary>The names that the pins keep, each with the one that Kiln would choose today.</summary>
    public IEnumerable<(string Kept, string Other, string Location)> Kept()
    {
        // One place may have several names, as a property has in each class that takes it in; of a member only its own name counts, and not its class's.
        var today = Unpinned.Names.Items.ToLookup(n => (n.Kind, n.Pointer, n.Wire));
        return Names.Names.Items
            .Select(n => (Use: n, Today: today[(n.Kind, n.Pointer, n.Wire)].ToList()))
            .Where(n => n.Today.Count > 0 && n.Today.TrueForAll(t => t.Name != n.Use.Name))
            .Select(n => (n.Use.FullName, n.Today[0].FullName, NameEntry.Of(n.Use, Names).Location))
            .Distinct();
    }
}
