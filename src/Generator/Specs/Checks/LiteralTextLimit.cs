using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Reading;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Checks;

/// <summary>Limits the total length of the texts that become string literals: names, values of enums, and defaults.</summary>
internal sealed class LiteralTextLimit
{
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private int remaining = ReadingLimits.LiteralCharacters;

    /// <summary>Adds the texts of a node, and reports the text that exceeds the limit.</summary>
    public void Count(SpecMap map, OpenApiObjectKind kind, List<DiagnosticInfo> diagnostics)
    {
        switch (kind)
        {
            case OpenApiObjectKind.Document:
                AddKeys(map["paths"]);
                break;
            case OpenApiObjectKind.Parameter:
                AddText(map["name"]);
                break;
            case OpenApiObjectKind.Server:
                AddText(map["url"]);
                break;
        }
        if (kind is OpenApiObjectKind.Schema or OpenApiObjectKind.Parameter)
        {
            AddKeys(map["properties"]);
            AddText(map["default"]);
            foreach (var value in (map["enum"] as SpecList)?.Items ?? [])
                AddText(value);
        }

        void AddKeys(SpecNode? named)
        {
            foreach (var entry in (named as SpecMap)?.Entries ?? [])
                CountText(entry.Key, entry.KeyLocation);
        }

        void AddText(SpecNode? value)
        {
            if (value is SpecScalar scalar)
                CountText(scalar.Text, scalar.Location);
        }

        void CountText(string text, SourceLocation location)
        {
            if (remaining < 0 || !seen.Add(text))
                return;
            remaining -= text.Length;
            if (remaining < 0)
                diagnostics.Add(new DiagnosticInfo(
                    SpecRules.LimitExceeded, location, $"more than {ReadingLimits.LiteralCharacters}", "characters of names, defaults and enum values up to here", $"{ReadingLimits.LiteralCharacters}", "shorten them, or declare fewer"));
        }
    }
}
