using System.Text.RegularExpressions;
using Kiln.Generator.Tests.Driving;

namespace Kiln.Generator.Tests.Architecture;

/// <summary>Data flows in one direction: a stage uses the stage before it and the leaves.</summary>
public sealed partial class StageTests
{
    private static readonly string[] Leaves = ["Text", "Collections", "Diagnostics"];

    [Theory]
    [InlineData("Text")]
    [InlineData("Collections")]
    [InlineData("Diagnostics", "Collections")]
    [InlineData("Specs")]
    [InlineData("Api", "Specs")]
    [InlineData("Shapes", "Api")]
    [InlineData("Emission", "Shapes")]
    // Compares what the stages make of two documents.
    [InlineData("Changes", "Specs", "Api", "Shapes", "Emission")]
    public void A_stage_uses_the_stage_before_it_and_the_leaves(string stage, params string[] before)
    {
        string[] allowed = [stage, .. before, .. Leaves.Contains(stage) ? [] : Leaves];

        var used = Uses(stage).Where(u => !allowed.Contains(u.Namespace));

        Assert.Empty(used);
    }

    [Theory]
    [InlineData("NSwag", "Api/Nswag")]
    [InlineData("NJsonSchema", "Api/Nswag")]
    [InlineData("YamlDotNet", "Specs")]
    public void A_library_is_known_to_one_stage(string library, string stage)
    {
        var strangers = Directory.GetFiles(Folder(""), "*.cs", SearchOption.AllDirectories)
            .Where(f => !IsBuilt(f) && !f.StartsWith(Folder(stage) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            .Where(f => Regex.IsMatch(File.ReadAllText(f), $@"^using {library}\b", RegexOptions.Multiline));

        Assert.Empty(strangers);
    }

    private static IEnumerable<(string File, string Namespace)> Uses(string stage) =>
        from file in Directory.GetFiles(Folder(stage), "*.cs", SearchOption.AllDirectories)
        from Match use in Using().Matches(File.ReadAllText(file))
        select (Path.GetFileName(file), use.Groups[1].Value);

    private static string Folder(string stage) => Path.Combine(Checkout.Root, "src", "Generator", stage).TrimEnd(Path.DirectorySeparatorChar);

    private static bool IsBuilt(string file) => file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal);

    [GeneratedRegex(@"^using (?:static )?Kiln\.Generator\.(\w+)", RegexOptions.Multiline)]
    private static partial Regex Using();
}
