using System.Runtime.CompilerServices;
using Kiln.Generator.Tests.Driving;
using Kiln.Generator.Tests.Snapshots;

namespace Kiln.Generator.Tests.Scenarios;

/// <summary>Small documents and the whole files that they become. Each folder beside this file is one.</summary>
public sealed class ScenarioTests
{
    public static TheoryData<string> Names() => [.. Directory.GetDirectories(Folder()).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Becomes_the_accepted_files_which_compile_without_a_warning(string name)
    {
        var spec = File.ReadAllText(Path.Combine(Folder(), name, "spec.yaml"));

        var driver = SdkDriver.Run("spec.yaml", spec, "Scenario");

        var problems = driver.GetRunResult().Diagnostics.Where(d => d.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error);
        Assert.Equal("", string.Join("\n", problems));
        Assert.Equal("", string.Join("\n", SdkCompilation.Compile(driver, TestContext.Current.CancellationToken)));
        Verifier.Verify(driver, "Scenario", name);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_not_generated_again_when_nothing_changed(string name)
    {
        var spec = File.ReadAllText(Path.Combine(Folder(), name, "spec.yaml"));

        var driver = SdkDriver.Run("spec.yaml", spec, "Scenario").RunGenerators(SdkCompilation.Empty.Clone(), TestContext.Current.CancellationToken);

        Assert.All(StepOutcomes.Of(driver), outcome => Assert.True(outcome.IsCached, outcome.ToString()));
        StepOutcomes.AssertHoldsNoCompilerObjects(driver);
    }

    private static string Folder([CallerFilePath] string sourceFile = "") => Path.GetDirectoryName(sourceFile)!;
}
