using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Tree;
using Kiln.Tool.Comparing;

namespace Kiln.Tool.Gates;

/// <summary>The severities that a file gives to rules, by their ids or aliases.</summary>
/// <param name="ByName">The severity of each; <see langword="null"/> for a rule whose findings are left out.</param>
internal sealed record SeverityChoices(IReadOnlyDictionary<string, FindingSeverity?> ByName)
{
    /// <summary>The names of the file that is found beside a document.</summary>
    public static IReadOnlyList<string> FileNames { get; } = ["kiln.json", "kiln.yaml"];

    public static SeverityChoices None { get; } = new(new Dictionary<string, FindingSeverity?>());

    private const string Key = "severities";

    // The second word is that of oasdiff's files of severity levels.
    private static readonly IReadOnlyList<(string Word, string Level, FindingSeverity? Severity)> Words =
    [
        ("breaking", "err", FindingSeverity.Breaking),
        ("warning", "warn", FindingSeverity.Warning),
        ("info", "info", FindingSeverity.Info),
        ("ignore", "none", null),
    ];

    /// <summary>Reads <c>{ "severities": { "enum-value-removed": "info" } }</c>, or oasdiff's file of levels: lines with an id and a level.</summary>
    public static SeverityChoices Read(NamedText file, RuleNames rules, CancellationToken cancellationToken)
    {
        if (IsOfLevels(file.Text))
            return Of(Levels(file), rules);

        switch (SettingsFile.Parse(file, cancellationToken))
        {
            case null:
                return None;
            case SpecMap root:
                if (root.Entries.FirstOrDefault(e => e.Key is not (Key or "$schema")) is { } unknown)
                    throw SettingsFile.Failure(unknown.KeyLocation, $"unknown setting '{unknown.Key}'{RuleNames.Question(unknown.Key, [Key])} There is only '{Key}'.");
                return root[Key] switch
                {
                    null => None,
                    SpecMap severities => Of(severities.Entries.Select(e => (e.Key, e.KeyLocation, Word: e.Value.AsScalarText() ?? e.Value.Describe(), e.Value.Location)), rules),
                    var other => throw SettingsFile.Failure(other, $"'{Key}' must be an object with a severity for each rule."),
                };
            case var other:
                throw SettingsFile.Failure(other, $"a file of settings is an object with the key '{Key}'.");
        }
    }

    /// <summary>A finding with the severity that was chosen for its rule; <see langword="null"/> if it is left out.</summary>
    public Finding? Apply(Finding finding)
    {
        if (ByName.Count == 0)
            return finding;
        // An alias says more than the id: also where the schema is used. Of several aliases the most severe counts.
        var chosen = finding.Aliases.Items.Where(ByName.ContainsKey).Select(a => ByName[a]).ToList();
        if (chosen.Count == 0 && ByName.TryGetValue(finding.Id, out var own))
            chosen.Add(own);
        if (chosen.Count == 0)
            return finding;
        return chosen.Max() is { } severity ? finding with { Severity = severity } : null;
    }

    private static SeverityChoices Of(IEnumerable<(string Name, SourceLocation NameLocation, string Word, SourceLocation WordLocation)> choices, RuleNames rules)
    {
        var byName = new Dictionary<string, FindingSeverity?>(StringComparer.Ordinal);
        foreach (var choice in choices)
        {
            if (!rules.Contains(choice.Name))
                throw SettingsFile.Failure(choice.NameLocation, $"unknown rule '{choice.Name}'{rules.Question(choice.Name)} kiln diff --list-rules lists all.");
            var word = Words.FirstOrDefault(w => w.Word == choice.Word || w.Level == choice.Word);
            if (word.Word is null)
                throw SettingsFile.Failure(choice.WordLocation, $"'{choice.Word}' is not a severity: it is {string.Join(", ", Words.SkipLast(1).Select(w => w.Word))} or {Words[^1].Word}.");
            byName[choice.Name] = word.Severity;
        }
        return new(byName);
    }

    // Each line is two words without a colon, and the second is a level.
    private static bool IsOfLevels(string text)
    {
        var lines = text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#').ToList();
        return lines.Count > 0 && lines.TrueForAll(l => l.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is [var id, _] && id[^1] != ':' && id[0] is not ('{' or '"'));
    }

    private static IEnumerable<(string, SourceLocation, string, SourceLocation)> Levels(NamedText file)
    {
        var lines = file.Text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var location = new SourceLocation(file.Path, i + 1, 1, i + 1, 1);
            if (lines[i].Trim() is { Length: > 0 } line && line[0] != '#' && line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is [var id, var level])
                yield return (id, location, level.ToLowerInvariant(), location);
        }
    }
}
