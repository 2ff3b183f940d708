using Kiln.Runtime.Tests.Faults.Running;
using Kiln.Runtime.Tests.Faults.Table;

namespace Kiln.Runtime.Tests.Faults;

/// <summary><c>docs/reliability.md</c> promises what the tests hold. With <c>KILN_ACCEPT=1</c> its table is measured and written.</summary>
[Collection(nameof(Measuring))]
public sealed class ReliabilityPageTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_page_has_the_rows_of_the_table()
    {
        var page = await File.ReadAllTextAsync(ReliabilityPage.File, Token);
        if (Environment.GetEnvironmentVariable("KILN_ACCEPT") == "1")
        {
            TestForm.RequireFull();
            var rows = new List<Measured>();
            foreach (var fault in FaultTable.All)
                rows.Add(await Measured.RunAsync(fault, Token));
            page = ReliabilityPage.Replace(page, rows);
            await File.WriteAllTextAsync(ReliabilityPage.File, page, Token);
        }

        Assert.Equal(ReliabilityPage.Expected, ReliabilityPage.Rows(page));
    }

    [Fact]
    public void Each_fault_is_named_once() => Assert.Equal(FaultTable.All.Count(), FaultTable.All.Select(f => f.Name).Distinct().Count());
}
