using System.Text;
using Kiln.Tool.Documents;
using Kiln.Tool.Files;

namespace Kiln.Tool.Reports.Output;

/// <summary>One form of a report, and where it goes.</summary>
/// <param name="Format">The form.</param>
/// <param name="File">The file as it was typed; <see langword="null"/> for standard output.</param>
internal sealed record ReportOutput(ReportFormat Format, string? File)
{
    /// <summary>What is written where nothing was asked for.</summary>
    public static ReportOutput Standard { get; } = new(ReportFormat.Text, null);

    /// <summary>Reads <c>FORMAT</c> or <c>FORMAT=FILE</c>; <see langword="null"/> for another text.</summary>
    public static ReportOutput? Parse(string text)
    {
        var (name, file) = text.IndexOf('=', StringComparison.Ordinal) is var at and >= 0 ? (text[..at], text[(at + 1)..]) : (text, null);
        return file is not "" && ReportFormat.Find(name) is { } format ? new(format, file) : null;
    }

    /// <summary>The files of some outputs.</summary>
    public static IEnumerable<string> FilesOf(IEnumerable<ReportOutput> outputs) => outputs.Select(o => o.File).OfType<string>();

    /// <summary>Writes a report in all its forms: files whole or not at all, and one form to standard output. A person is told which files were written.</summary>
    /// <exception cref="KilnFailure">A file cannot be written.</exception>
    public static void WriteAll(KilnConsole console, IReadOnlyList<ReportOutput> outputs, FindingReport report, CancellationToken cancellationToken)
    {
        var files = outputs.Where(o => o.File is not null).ToList();
        foreach (var output in files)
        {
            // Each by itself, so that a failure names its file.
            var bytes = new UTF8Encoding(false).GetBytes(output.Format.Write(report, false));
            Disk.Try($"cannot write {output.File}", () => OutputFiles.Write([new(console.Resolve(output.File!), bytes)], cancellationToken));
        }

        if (outputs.FirstOrDefault(o => o.File is null) is { } shown)
        {
            console.Out.Write(shown.Format.Write(report, console.IsColoured));
            console.Out.Flush();
        }
        if (files.Count > 0)
            console.Error.WriteLine($"{DiagnosticReport.Count(report.Findings.Count, "finding")}, written to {string.Join(", ", files.Select(f => f.File))}.");
    }
}
