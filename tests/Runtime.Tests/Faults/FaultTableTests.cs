using Kiln.Runtime.Tests.Faults.Running;
using Kiln.Runtime.Tests.Faults.Table;

namespace Kiln.Runtime.Tests.Faults;

/// <summary>Whatever a service does, the caller gets what <c>docs/reliability.md</c> promises.</summary>
[Collection(nameof(Measuring))]
public sealed class FaultTableTests
{
    public static TheoryData<string> Names => [.. FaultTable.All.Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_fault_has_the_promised_outcome(string name)
    {
        var fault = FaultTable.All.Single(f => f.Name == name);

        var row = await Measured.RunAsync(fault, TestContext.Current.CancellationToken);

        TestContext.Current.TestOutputHelper?.WriteLine($"{name} | {Measured.Outcome(fault)} | {row.TimeText} | {row.BytesText}");
        Assert.True(row.Problems.Count == 0, string.Join("\n", row.Problems));
    }
}
