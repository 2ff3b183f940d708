using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Reading;

namespace Kiln.Generator.Specs.Checks;

/// <summary>Counts the characters of what becomes text in code: names as they travel, the values of enums, and defaults.</summary>
internal sealed class WordSize
{
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private int left = ReadingLimits.Words;

    /// <summary>Adds the words of one node, and tells of the one with which they become too many.</summary>
    public void Add(SpecMap map, SpecKind kind, List<DiagnosticInfo> diagnostics)
    {
        switch (kind)
        {
            case SpecKind.Document:
                AddKeys(map["paths"]);
                break;
            case SpecKind.Parameter:
                AddText(map["name"]);
                break;
            case SpecKind.Server:
                AddText(map["url"]);
                break;
        }
        if (kind is SpecKind.Schema or SpecKind.Parameter)
        {
            AddKeys(map["properties"]);
            AddText(map["default"]);
            foreach (var value in (map["enum"] as SpecList)?.Items ?? [])
                AddText(value);
        }

        void AddKeys(SpecNode? named)
        {
            foreach (var entry in (named as SpecMap)?.Entries ?? [])
                Count(entry.Key, entry.KeyPlace);
        }

        void AddText(SpecNode? value)
        {
            if (value is SpecScalar scalar)
                Count(scalar.Text, scalar.Place);
        }

        void Count(string word, SourcePlace place)
        {
            if (left < 0 || !seen.Add(word))
                return;
            left -= word.Length;
            if (left < 0)
                diagnostics.Add(new DiagnosticInfo(
                    SpecRules.LimitExceeded, place, $"more than {ReadingLimits.Words}", "characters of names, defaults and enum values up to here", $"{ReadingLimits.Words}", "shorten them, or declare fewer"));
        }
    }
}
