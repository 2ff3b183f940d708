using Kiln.Generator.Changes;
using Kiln.Generator.Changes.Comparison;
using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Pipeline;
using Kiln.Generator.Shapes;
using Kiln.Generator.Specs.Files;

namespace Kiln.Generator.Tests.Changes.Histories;

/// <summary>
/// Two histories of <c>spec/threat-events.openapi.yaml</c>, written by hand: how the document could have come to be (<c>growth</c>), and what a vendor could do to it (<c>vendor</c>).
/// Beside the versions are the findings that each step must give, in their order.
/// </summary>
public sealed class HistoryTests
{
    private static readonly string Folder = Checkout.PathOf("tests", "Generator.Tests", "Changes", "Histories");

    private static readonly SdkOptions Options = new("ThreatEvents");

    private static readonly LifecycleTerms Terms = new(new DateTime(2026, 12, 1, 0, 0, 0, DateTimeKind.Utc));

    public static TheoryData<string, string, string> Steps()
    {
        var steps = new TheoryData<string, string, string>();
        foreach (var history in new[] { "growth", "vendor" })
        {
            var versions = Directory.GetFiles(Path.Combine(Folder, history), "*.yaml").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal).ToList();
            foreach (var (old, current) in versions.Zip(versions.Skip(1)))
                steps.Add(history, old, current);
        }
        return steps;
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void A_step_has_its_findings(string history, string old, string current)
    {
        var path = Path.Combine(Folder, history, $"{old}-{current}.findings.txt");
        var report = ChangeFinder.Find(Read(history, old), Read(history, current), Terms, TestContext.Current.CancellationToken);
        var actual = string.Join("\n", report.Findings.Select(Text));

        if (Environment.GetEnvironmentVariable("KILN_ACCEPT") == "1")
            File.WriteAllText(path, actual);
        else
            Assert.Equal(File.ReadAllText(path), actual);
    }

    // The id with severity and direction, the places, the subject with the message, the member with the effects, and how that was and is declared.
    private static string Text(Finding finding)
    {
        string?[] lines =
        [
            $"{finding.Severity} {finding.Id}{(finding.Direction == Direction.None ? "" : $" in the {finding.Direction}")} {At(finding.Old)} -> {At(finding.New)}".ToLowerInvariant(),
            $"  {(finding.Subject.Length == 0 ? "document" : finding.Subject)}: {finding.Message}",
            finding.Member is null ? null : $"  {finding.Member}: {(finding.CSharp == CSharpEffects.None ? "no effect" : string.Join(", ", FindingText.EffectsOf(finding.CSharp)))}",
            finding.OldCode is null ? null : $"  - {finding.OldCode}",
            finding.NewCode is null ? null : $"  + {finding.NewCode}",
        ];
        return string.Concat(lines.OfType<string>().Select(l => l + "\n"));
    }

    private static string At(SourceLocation? location) => location is null ? "none" : $"{location.Line}:{location.Column}";

    private static SdkVersion Read(string history, string version)
    {
        var text = File.ReadAllText(Path.Combine(Folder, history, version + ".yaml"));
        var result = SdkPipeline.ReadVersion(SpecSource.Of(new(version + ".yaml", text), TestContext.Current.CancellationToken), Options, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(result.Diagnostics.Items, d => d.Rule.Severity == DiagnosticLevel.Error);
        return result.Value!;
    }
}
