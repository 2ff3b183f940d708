using Kiln.Generator.Changes.Findings;

namespace Kiln.Tool.Pinned;

/// <summary>Prints what changed of the members of an SDK, for a person. <c>patch</c> reads over it.</summary>
internal static class MemberPainter
{
    private const string Reset = "\u001b[m";
    private const string Bold = "\u001b[1m";
    private const string Red = "\u001b[31m";
    private const string Green = "\u001b[32m";

    private static readonly (CSharpEffects Effect, string Name)[] Effects =
    [
        (CSharpEffects.SourceBreaking, "source-breaking"),
        (CSharpEffects.BinaryBreaking, "binary-breaking"),
        (CSharpEffects.SourceWarning, "source-warning"),
        (CSharpEffects.Behaviour, "behaviour"),
    ];

    public static void Print(KilnConsole console, PinnedMembers members)
    {
        if (!members.IsSdk)
            return;
        if (members.Findings.Count == 0)
            Write(console, "No member of the SDK changed: the files differ in comments, or in code that no member depends on.");
        foreach (var finding in members.Findings)
        {
            var effects = string.Join(", ", Effects.Where(e => finding.CSharp.HasFlag(e.Effect)).Select(e => e.Name));
            Write(console, $"{finding.Message}.{(effects.Length > 0 ? $" [{effects}]" : "")}", Bold);
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
