using System.Text;
using Kiln.Tool.Reports;
using Kiln.Tool.Reports.Output;
using Kiln.Tool.Reports.Html;

namespace Kiln.Tool.Tests.Reports;

/// <summary>Each form of the sample reports, as files to read. With <c>KILN_ACCEPT=1</c> they are written.</summary>
public class GoldenTests
{
    private static readonly Dictionary<string, FindingReport> Reports = new()
    {
        ["pets"] = SampleReports.Pets,
        ["traffic"] = SampleReports.Traffic,
        ["hostile"] = SampleReports.Hostile,
        ["empty"] = SampleReports.Empty,
    };

    public static TheoryData<string, string> All => [.. Reports.Keys.SelectMany(report => ReportFormat.All.Select(format => (report, format.Name)))];

    [Theory]
    [MemberData(nameof(All))]
    public void The_form_is_the_accepted_one(string report, string name)
    {
        var format = ReportFormat.Find(name)!;
        var text = format.Write(Reports[report], false)
            .Replace($"\"{KilnVersion.Text}\"", "\"VERSION\"", StringComparison.Ordinal)
            .Replace(HtmlAsset.Style.Text, "STYLE", StringComparison.Ordinal)
            .Replace(HtmlAsset.Script.Text, "SCRIPT", StringComparison.Ordinal)
            .Replace(HtmlAsset.Style.Source, "STYLE", StringComparison.Ordinal)
            .Replace(HtmlAsset.Script.Source, "SCRIPT", StringComparison.Ordinal);

        AssertAccepted($"{report}.{name}.verified{format.Extension}", text);
    }

    [Fact]
    public void Text_on_a_terminal_is_the_accepted_one() => AssertAccepted("pets.terminal.verified.txt", ReportFormat.Text.Write(SampleReports.Pets, true));

    private static void AssertAccepted(string name, string text)
    {
        var file = Checkout.PathOf("tests", "Kiln.Tests", "Reports", "Golden", name);
        if (Environment.GetEnvironmentVariable("KILN_ACCEPT") == "1")
            File.WriteAllText(file, text, new UTF8Encoding(false));
        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));
    }
}
