using Kiln.Generator.Changes.Comparison;
using Kiln.Generator.Changes.Findings;

namespace Kiln.Generator.Tests.Changes.Schemas;

/// <summary>
/// The files in <c>Cases</c> have pairs of schemas, an old one after <c>-</c> and a new one after <c>+</c>, with the differences between them in a response.
/// </summary>
public sealed class SchemaDifferenceTests
{
    private static readonly string Folder = Checkout.PathOf("tests", "Generator.Tests", "Changes", "Schemas", "Cases");

    public static TheoryData<string> Files() => [.. Directory.GetFiles(Folder, "*.txt").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Each_pair_has_its_differences(string file)
    {
        var path = Path.Combine(Folder, file + ".txt");
        var expected = File.ReadAllText(path);
        var actual = string.Join("\n", Pairs(expected).Select(p => $"- {p.Old}\n+ {p.Current}\n{string.Concat(Compare(p).Select(d => $"  {SchemaDiff.Line(d)}\n"))}"));

        if (Environment.GetEnvironmentVariable("KILN_ACCEPT") == "1")
            File.WriteAllText(path, actual);
        else
            Assert.Equal(expected, actual);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void The_other_way_round_each_difference_is_the_opposite(string file)
    {
        Assert.All(Pairs(File.ReadAllText(Path.Combine(Folder, file + ".txt"))), pair => Assert.Equal(
            Compare(pair).Select(d => $"{d.Aspect} {Opposite(d.Action)} {d.NewValue} -> {d.OldValue}").Order(StringComparer.Ordinal),
            Compare((pair.Current, pair.Old)).Select(d => $"{d.Aspect} {d.Action} {d.OldValue} -> {d.NewValue}").Order(StringComparer.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_schema_does_not_differ_from_itself(string file)
    {
        Assert.All(Pairs(File.ReadAllText(Path.Combine(Folder, file + ".txt"))).SelectMany(p => new[] { p.Old, p.Current }), schema => Assert.Empty(Compare((schema, schema))));
    }

    private static IEnumerable<(string Old, string Current)> Pairs(string text)
    {
        var lines = text.Split('\n');
        for (var i = 0; i + 1 < lines.Length; i++)
        {
            if (lines[i].StartsWith("- ", StringComparison.Ordinal))
                yield return (lines[i][2..], lines[i + 1][2..]);
        }
    }

    private static IReadOnlyList<Difference> Compare((string Old, string Current) pair) => SchemaDiff.Of(SchemaDiff.Document(pair.Old), SchemaDiff.Document(pair.Current), Direction.Response);

    private static ChangeAction Opposite(ChangeAction action) => action switch
    {
        ChangeAction.Added => ChangeAction.Removed,
        ChangeAction.Removed => ChangeAction.Added,
        ChangeAction.Increased => ChangeAction.Decreased,
        ChangeAction.Decreased => ChangeAction.Increased,
        ChangeAction.Widened => ChangeAction.Narrowed,
        ChangeAction.Narrowed => ChangeAction.Widened,
        _ => action,
    };
}
