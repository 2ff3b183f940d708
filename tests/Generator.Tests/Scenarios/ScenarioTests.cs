using Kiln.Generator.Tests.Driving;
using Kiln.Generator.Tests.Snapshots;

namespace Kiln.Generator.Tests.Scenarios;

/// <summary>Small documents and the whole files that they become. Each folder beside this file is one.</summary>
public sealed class ScenarioTests
{
    [Theory]
    [MemberData(nameof(ScenarioSdk.Names), MemberType = typeof(ScenarioSdk))]
    public void Becomes_the_accepted_files_which_compile_without_a_warning(string name)
    {
        var sdk = ScenarioSdk.Of(name);

        Assert.Null(sdk.Error);
        Assert.Equal("", sdk.CompilerMessages);
        Verifier.Verify(sdk.Driver, "Scenario", name);
    }

    [Theory]
    [MemberData(nameof(ScenarioSdk.Names), MemberType = typeof(ScenarioSdk))]
    public void Is_not_generated_again_when_nothing_changed(string name)
    {
        var driver = ScenarioSdk.Of(name).Driver.RunGenerators(SdkCompilation.Empty.Clone(), TestContext.Current.CancellationToken);

        Assert.All(StepOutcomes.Of(driver), outcome => Assert.True(outcome.IsCached, outcome.ToString()));
        StepOutcomes.AssertHoldsNoCompilerObjects(driver);
    }
}
