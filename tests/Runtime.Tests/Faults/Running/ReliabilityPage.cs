using System.Text;
using Kiln.Runtime.Tests.Faults.Table;

namespace Kiln.Runtime.Tests.Faults.Running;

/// <summary>The table of faults in <c>docs/reliability.md</c>, between two comments.</summary>
internal static class ReliabilityPage
{
    private const string Start = "<!-- faults: written by the tests with KILN_ACCEPT=1 -->";
    private const string End = "<!-- /faults -->";

    /// <summary>The page in this checkout.</summary>
    public static string File { get; } = Find();

    /// <summary>The fault and the outcome of each row, in order. Times and memory are of one run and not compared.</summary>
    public static IReadOnlyList<string> Rows(string page) =>
        [.. Table(page).Split('\n').Where(l => l.StartsWith("| ", StringComparison.Ordinal) && !l.StartsWith("| fault |", StringComparison.Ordinal)).Select(l => string.Join(" | ", l.Split(" | ").Take(2)))];

    /// <summary>The same for the table that the tests run.</summary>
    public static IReadOnlyList<string> Expected { get; } = [.. FaultTable.All.Select(f => $"| {f.Name} | {Measured.Outcome(f)}")];

    /// <summary>Writes the table over the one of the page.</summary>
    public static string Replace(string page, IReadOnlyList<Measured> rows)
    {
        var table = new StringBuilder(Start + "\n");
        foreach (var (kind, faults) in FaultTable.Kinds)
        {
            table.Append($"\n### {kind}\n\n| fault | what the caller gets | time | memory |\n|---|---|---|---|\n");
            foreach (var row in faults.Select(f => rows.Single(r => r.Fault == f)))
                table.Append($"| {row.Fault.Name} | {Measured.Outcome(row.Fault)} | {row.TimeText} | {row.BytesText} |\n");
        }
        return page.Replace(Table(page), table + "\n" + End, StringComparison.Ordinal);
    }

    private static string Table(string page)
    {
        var (start, end) = (page.IndexOf(Start, StringComparison.Ordinal), page.IndexOf(End, StringComparison.Ordinal));
        return start < 0 || end < 0 ? throw new InvalidDataException($"{File} has no place for the table.") : page[start..(end + End.Length)];
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "docs", "reliability.md");
            if (System.IO.File.Exists(file))
                return file;
        }
        throw new FileNotFoundException("docs/reliability.md is not above the tests.");
    }
}
