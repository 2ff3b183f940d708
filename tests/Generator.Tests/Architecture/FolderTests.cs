using Kiln.Generator.Tests.Driving;

namespace Kiln.Generator.Tests.Architecture;

/// <summary>The folders of a project use each other in one direction.</summary>
public sealed class FolderTests
{
    [Theory]
    [InlineData("src/Generator")]
    [InlineData("src/Runtime")]
    public void Folders_use_each_other_in_one_direction(string project)
    {
        TestForm.RequireFull();

        var graph = FolderGraph.Of(Path.Combine(Checkout.Root, project));

        Assert.True(graph.Count > 20, "Hardly any use was found; the sources cannot have been read.");
        var cycles = graph.Cycles();
        Assert.True(cycles.Count == 0, string.Join('\n', cycles));
    }
}
