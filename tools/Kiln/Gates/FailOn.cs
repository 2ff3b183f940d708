using Kiln.Generator.Changes.Findings;

namespace Kiln.Tool.Gates;

/// <summary>Which findings fail a run.</summary>
/// <param name="Severity">The least severity that does; <see langword="null"/> for none.</param>
/// <param name="Effects">The effects on C# that do, whatever the severity.</param>
internal sealed record FailOn(FindingSeverity? Severity, CSharpEffects Effects)
{
    public const string Breaking = "breaking";
    public const string Info = "info";
    public const string None = "none";

    public static FailOn Default { get; } = new(FindingSeverity.Breaking, CSharpEffects.None);

    private static readonly IReadOnlyList<(string Word, FailOn Value)> Words =
    [
        (Breaking, Default),
        ("warning", new(FindingSeverity.Warning, CSharpEffects.None)),
        (Info, new(FindingSeverity.Info, CSharpEffects.None)),
        ("source-breaking", new(null, CSharpEffects.SourceBreaking)),
        ("binary-breaking", new(null, CSharpEffects.BinaryBreaking)),
        (None, new(null, CSharpEffects.None)),
    ];

    /// <summary>The words that <see cref="Of"/> knows.</summary>
    public static IEnumerable<string> AllWords => Words.Select(w => w.Word);

    /// <summary>What some words say together; without any, the default.</summary>
    public static FailOn Of(IReadOnlyList<string> words) => words.Count == 0
        ? Default
        : words.Select(word => Words.First(w => w.Word == word).Value).Aggregate((a, b) => new(Least(a.Severity, b.Severity), a.Effects | b.Effects));

    public bool IsMetBy(Finding finding) => finding.Severity >= Severity || (finding.CSharp & Effects) != 0;

    private static FindingSeverity? Least(FindingSeverity? a, FindingSeverity? b) => a is null ? b : b is null || a < b ? a : b;
}
