using Kiln.Generator.Changes.Findings;
using Kiln.Tool.Reports;

namespace Kiln.Tool.Pinned;

/// <summary>Prints what changed of the members of an SDK, for a person. <c>patch</c> reads over it.</summary>
internal static class MemberPainter
{
    private const string Reset = "\u001b[m";
    private const string Bold = "\u001b[1m";
    private const string Red = "\u001b[31m";
    private const string Green = "\u001b[32m";

    /// <param name="console">Where to print.</param>
    /// <param name="findings">What is reported; nothing is printed if there is nothing.</param>
    public static void Print(KilnConsole console, IReadOnlyCollection<Finding> findings)
    {
        if (findings.Count == 0)
            return;
        foreach (var finding in findings)
        {
            var effects = string.Join(", ", FindingWords.EffectsOf(finding));
            Write(console, $"{finding.Message.TrimEnd('.')}.{(effects.Length > 0 ? $" [{effects}]" : "")}", Bold);
            // A declaration that is the same says nothing, such as that of a member whose code changed.
            if (finding.OldCode is { } old && finding.OldCode != finding.NewCode)
                Write(console, $"  - {old}", Red);
            if (finding.NewCode is { } current)
                Write(console, $"  {(finding.OldCode == current ? " " : "+")} {current}", finding.OldCode == current ? "" : Green);
        }
        Write(console, "");
    }

    // Like the diff, which it is above: the line ends are \n on every system.
    private static void Write(KilnConsole console, string line, string colour = "") =>
        console.Out.Write(console.IsColoured && colour.Length > 0 ? $"{colour}{line}{Reset}\n" : $"{line}\n");
}
