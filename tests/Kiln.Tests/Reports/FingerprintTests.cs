using Kiln.Generator.Changes.Findings;

namespace Kiln.Tool.Tests.Reports;

/// <summary>Files of accepted findings hold fingerprints for years: what they depend on cannot change.</summary>
public class FingerprintTests
{
    private static readonly Finding Finding = new("enum-value-removed", FindingSeverity.Breaking, "The value 'sold' was removed")
    {
        Direction = Direction.Response,
        Subject = "Pet.status",
        OldText = "sold",
        Member = "A.B",
        New = new("a.yaml", 1, 2, 3, 4),
    };

    public static TheoryData<int> Others => [.. Enumerable.Range(0, Different.Length)];

    private static Finding[] Different =>
    [
        Finding with { Id = "enum-value-added" },
        Finding with { Direction = Direction.Request },
        Finding with { Subject = "Pet.state" },
        Finding with { OldText = "Sold" },
        Finding with { OldText = null },
        Finding with { NewText = "" },
        Finding with { OldText = null, NewText = "sold" },
        Finding with { Subject = "Pet.status4:sold", OldText = "" },
        Finding with { Subject = "" },
        Finding with { Subject = "", Member = "A.C" },
    ];

    [Fact]
    public void It_is_the_same_in_every_version() => Assert.Equal("4fcdfe6c5b96850e", Fingerprint.Of(Finding));

    [Fact]
    public void It_does_not_depend_on_the_place_the_words_or_what_it_means() => Assert.Equal(
        Fingerprint.Of(Finding),
        Fingerprint.Of(Finding with
        {
            Severity = FindingSeverity.Info,
            Message = "m",
            Aliases = ["a"],
            CSharp = CSharpEffects.SourceBreaking,
            Member = "C",
            OldCode = "c",
            Old = new("b.yaml", 2, 3, 4, 5),
            New = null,
            Operations = ["GET /pets"],
            Observation = new(1, 2, "$", null),
        }));

    [Theory]
    [MemberData(nameof(Others))]
    public void What_changed_makes_another(int index) =>
        Assert.Single(Different.Append(Finding).Select(Fingerprint.Of), other => other == Fingerprint.Of(Different[index]));
}
