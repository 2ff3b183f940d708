using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Reading;

namespace Kiln.Generator.Specs.Checks;

/// <summary>Counts the characters with which operations describe their parameters: one that is referred to is described at each.</summary>
internal sealed class SharedDescriptions(SpecMap root)
{
    private int left = ReadingLimits.ParameterDescriptions;

    /// <summary>Adds those of a path's operations, and tells of the path with which they become too many.</summary>
    public void Add(SpecMap path, List<DiagnosticInfo> diagnostics)
    {
        if (left < 0)
            return;

        var operations = SpecGrammar.Methods.Select(m => path[m]).OfType<SpecMap>().ToList();
        var ofAll = LengthOf(path);
        foreach (var operation in operations)
            left = (int)Math.Max(-1, left - ofAll - LengthOf(operation));
        if (left < 0)
        {
            diagnostics.Add(new DiagnosticInfo(
                SpecRules.LimitExceeded, path.Place, $"more than {ReadingLimits.ParameterDescriptions}", "characters of parameter descriptions up to here",
                $"{ReadingLimits.ParameterDescriptions}", "shorten the descriptions that many operations share"));
        }
    }

    private long LengthOf(SpecMap owner)
    {
        var length = 0L;
        foreach (var item in (owner["parameters"] as SpecList)?.Items ?? [])
        {
            if (SpecReference.Follow(root, item) is SpecMap parameter && parameter["description"] is SpecScalar text)
                length += Math.Min(text.Text.Length, ReadingLimits.DescriptionLength);
        }
        return length;
    }
}
