namespace Kiln.Tool.Diff;

/// <summary>Prints a diff, in git's colours for a person.</summary>
internal static class DiffPainter
{
    private const string Reset = "\u001b[m";

    // A diff is a file format: its line ends are \n on every system.
    public static void Print(KilnConsole console, IEnumerable<DiffLine> lines)
    {
        foreach (var line in lines)
        {
            var colour = console.IsColoured ? ColourOf(line.Kind) : "";
            console.Out.Write(colour.Length == 0 ? $"{line.Text}\n" : $"{colour}{line.Text}{Reset}\n");
        }
    }

    private static string ColourOf(DiffLineKind kind) => kind switch
    {
        DiffLineKind.FileName => "\u001b[1m",
        DiffLineKind.Hunk => "\u001b[36m",
        DiffLineKind.Removed => "\u001b[31m",
        DiffLineKind.Added => "\u001b[32m",
        _ => "",
    };
}
