using System.Globalization;
using System.Text.Json.Nodes;
using Kiln.Generator.Changes;
using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Pipeline;
using Kiln.Generator.Shapes;
using Kiln.Generator.Specs.Files;

namespace Kiln.Generator.Tests.Changes.Scale;

/// <summary>A large document, and the same one with known changes.</summary>
public sealed class GitHubTests(ITestOutputHelper output)
{
    private const string Document = "github__api.github.com.json";

    [Fact]
    public void Sixty_edits_are_sixty_findings()
    {
        TestForm.RequireFull();
        Assert.SkipWhen(PublicDocuments.Folder is null, PublicDocuments.Absent);
        Assert.Equal(60, GitHubEdits.All.Count);
        var text = PublicDocuments.Read(Document);
        var root = JsonNode.Parse(text)!;
        foreach (var edit in GitHubEdits.All)
            edit.Apply(root);

        var (old, current) = (Read(text), Read(root.ToJsonString()));
        var findings = ChangeFinder.Find(old, current, TestContext.Current.CancellationToken).Findings;
        output.WriteLine(string.Join("\n", findings.Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Severity} {Line(f)}: {f.Message} {f.CSharp} {f.Member}"))));
        Assert.Equal(GitHubEdits.All.Select(e => $"{e.Id} {e.Subject}").Order(StringComparer.Ordinal), findings.Select(Line).Order(StringComparer.Ordinal));

        // The other way round each is undone. In the SDK, types that came with others go, which is told of each.
        var reversed = ChangeFinder.Find(current, old, TestContext.Current.CancellationToken).Findings.Items.Where(f => !f.Id.StartsWith("csharp-", StringComparison.Ordinal)).ToList();
        output.WriteLine("--- reversed\n" + string.Join("\n", reversed.Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Severity} {Line(f)}: {f.Message} {f.CSharp} {f.Member}"))));
        Assert.Equal(findings.Select(f => ReverseIds.Of(f.Id)).Order(StringComparer.Ordinal), reversed.Select(f => f.Id).Order(StringComparer.Ordinal));
    }

    private static string Line(Finding finding) => $"{finding.Id} {finding.Subject}";

    private static SdkVersion Read(string text)
    {
        var version = SdkPipeline.ReadVersion(SpecSource.Of(new(Document, text), TestContext.Current.CancellationToken), new SdkOptions("GitHub"), TestContext.Current.CancellationToken);
        Assert.NotNull(version.Value);
        return version.Value;
    }
}
