using System.Diagnostics;
using System.Text.RegularExpressions;
using Kiln.Tool.Reports;
using Kiln.Tool.Reports.Html;

namespace Kiln.Tool.Tests.Reports;

/// <summary>The page in a browser, with its script and under its policy. Only where Chromium is installed.</summary>
public sealed partial class BrowserTests : IDisposable
{
    private static readonly string? Chromium = new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kiln-page-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_page_of_a_thousand_findings_filters()
    {
        var page = await LoadAsync(SampleReports.Many(1000), "#severity=breaking&effects=behaviour&text=(11)");

        Assert.Equal("1 of 1000 findings", Shown().Match(page).Groups[1].Value);
        Assert.Equal(999, Hidden().Count(page));
    }

    [Fact]
    public async Task The_script_of_a_hostile_page_is_its_own()
    {
        var page = await LoadAsync(SampleReports.Hostile, "");

        Assert.Equal($"{HostileText.Each.Count} findings", Shown().Match(page).Groups[1].Value);
        Assert.Equal(1, page.Split("<script").Length - 1);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
    }

    private async Task<string> LoadAsync(FindingReport report, string hash)
    {
        TestForm.RequireFull();
        Assert.SkipUnless(Chromium is not null, "Chromium is not installed.");
        var file = Path.Combine(folder.FullName, "page.html");
        await File.WriteAllTextAsync(file, HtmlReport.Write(report), TestContext.Current.CancellationToken);

        var start = new ProcessStartInfo(Chromium!)
        {
            ArgumentList = { "--headless", "--no-sandbox", "--disable-gpu", $"--user-data-dir={Path.Combine(folder.FullName, "profile")}", "--dump-dom", $"file://{file}{hash}" },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var page = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, await error);
        return page;
    }

    [GeneratedRegex("<output[^>]*>([^<]*)</output>")]
    private static partial Regex Shown();

    [GeneratedRegex("<details class=\"finding\"[^>]* hidden=\"\"")]
    private static partial Regex Hidden();
}
