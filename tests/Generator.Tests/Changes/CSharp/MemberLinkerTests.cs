using Kiln.Generator.Changes;
using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Pipeline;
using Kiln.Generator.Specs.Files;

namespace Kiln.Generator.Tests.Changes.CSharp;

public sealed class MemberLinkerTests(ITestOutputHelper output)
{
    [Theory]
    [MemberData(nameof(SurfaceComparerTests.All), MemberType = typeof(SurfaceComparerTests))]
    public void Explore(string before, string after)
    {
        var ct = TestContext.Current.CancellationToken;
        var old = SdkPipeline.ReadVersion(SpecSource.Of(new("old.yaml", EditedSdk.Document), ct), EditedSdk.Options, ct).Value!;
        var text = before == "schemas/Pet'" ? EditedSdk.Document.Replace("schemas/Pet'", "schemas/Animal'").Replace("    Pet:", "    Animal:") : EditedSdk.Edited(before, after);
        var current = SdkPipeline.ReadVersion(SpecSource.Of(new("new.yaml", text), ct), EditedSdk.Options, ct).Value!;
        var report = ChangeFinder.Find(old, current, ct);
        output.WriteLine($"## {before.Trim()} => {after.Trim()}\n" + string.Join("\n", report.Findings.Select(Line)));
    }

    private static string Line(Finding f) => $"{f.Severity} {f.Id} [{f.Subject}] {f.CSharp} | {f.Member} | {f.OldCode} => {f.NewCode} | {f.Message} | {f.Old?.Line} {f.New?.Line} {f.Direction}";
}
