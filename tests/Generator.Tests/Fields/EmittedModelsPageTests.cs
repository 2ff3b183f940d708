using System.Text.RegularExpressions;
using Kiln.Generator.Tests.Driving;
using Kiln.Tests.Forms;

namespace Kiln.Generator.Tests.Fields;

/// <summary>The page about emitted models shows what is emitted.</summary>
public partial class EmittedModelsPageTests
{
    [Fact]
    public void The_page_shows_the_emitted_code()
    {
        var page = File.ReadAllText(Checkout.PathOf("docs/emitted-models.md")).ReplaceLineEndings("\n");
        var blocks = Block().Matches(page).Select(m => m.Groups[1].Value).ToList();
        var emitted = SdkDriver.Run("spec.yaml", blocks[0], "Sdk").GetRunResult().GeneratedTrees.Select(t => Comment().Replace(t.ToString(), "")).ToList();

        Assert.Equal(3, blocks.Count);
        Assert.All(blocks.Skip(1), block => Assert.Contains(emitted, file => file.Contains(block, StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"^```(?:yaml|csharp)\n(.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex(@"^ *///.*\n", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
