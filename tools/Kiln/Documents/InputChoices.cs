using Kiln.Generator;
using Kiln.Generator.Shapes;
using Kiln.Generator.Specs.Filtering;

namespace Kiln.Tool.Documents;

/// <summary>What a person chose to read a document with.</summary>
/// <param name="Files">Paths and globs of files that it may lead to.</param>
/// <param name="Overlays">Paths of overlays, in their order.</param>
/// <param name="Filter">Which operations are wanted.</param>
internal sealed record InputChoices(IReadOnlyList<string> Files, IReadOnlyList<string> Overlays, SpecFilter Filter)
{
    /// <summary>Whether it is inferred how operations page for which the document does not say it.</summary>
    public bool InfersPaging { get; init; } = true;

    /// <summary>The document alone and whole.</summary>
    public static InputChoices None { get; } = new([], [], SpecFilter.None);
}

/// <summary>All that a person chose about an SDK on the command line.</summary>
internal sealed record SdkChoices(SdkOptions Options, InputChoices Input);
