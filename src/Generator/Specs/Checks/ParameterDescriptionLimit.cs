using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Reading;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Checks;

/// <summary>Limits the total length of parameter descriptions: that of a shared parameter is emitted for each operation that refers to it.</summary>
internal sealed class ParameterDescriptionLimit(SpecMap root)
{
    private int remaining = ReadingLimits.ParameterDescriptions;

    /// <summary>Adds the descriptions of a path item's operations, and reports the path item that exceeds the limit.</summary>
    public void Count(SpecMap path, List<DiagnosticInfo> diagnostics)
    {
        if (remaining < 0)
            return;

        var operations = PathOperations.Of(path).Select(o => o.Value).OfType<SpecMap>().ToList();
        var sharedLength = DescriptionLength(path);
        foreach (var operation in operations)
            remaining = (int)Math.Max(-1, remaining - sharedLength - DescriptionLength(operation));
        if (remaining < 0)
        {
            diagnostics.Add(new DiagnosticInfo(
                SpecRules.LimitExceeded, path.Location, $"more than {ReadingLimits.ParameterDescriptions}", "characters of parameter descriptions up to here",
                $"{ReadingLimits.ParameterDescriptions}", "shorten the descriptions that many operations share"));
        }
    }

    private long DescriptionLength(SpecMap owner)
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
