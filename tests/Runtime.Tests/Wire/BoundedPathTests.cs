using System.Text;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Tests.Support;
using Kiln.Runtime.Wire;
using Sample.Models;

namespace Kiln.Runtime.Tests.Wire;

/// <summary>What a service names or sends shows in messages on one line of bounded length, whatever it is.</summary>
public class BoundedPathTests
{
    private const int LongestPath = 200 + 1; // with the mark that it goes on

    private const int LongestQuote = 60 + 1;

    public static TheoryData<string> Names() =>
    [
        "a b", "it's", "back\\\\slash", "line\\nfeed", "\\u001b[31mred", "\\u202egnp.exe", "zero\\u200bwidth", "\\u2028", "\\ud83d\\ude00", new string('x', 500), new string('\'', 500),
        string.Concat(Enumerable.Repeat("\\u0007", 500)), string.Concat(Enumerable.Repeat("\\ud83d\\ude00", 199)), "",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void Paths_and_quotes_are_one_line_of_bounded_length(string name)
    {
        var json = Json.EventWith(""" "details":{"@":{"code":"@","title":[]}},"dstPort":"@" """.Trim().Replace("@", name));
        var violations = new List<ContractViolation>();

        Json.Read(json, new ReadOptions { OnViolation = violations.Add });

        Assert.NotEmpty(violations);
        foreach (var violation in violations)
        {
            Assert.StartsWith("$.", violation.Path);
            Assert.InRange(violation.Path.Length, 2, LongestPath);
            Assert.InRange(violation.Found.Length, 0, LongestQuote + "string \"\"".Length);
            AssertHarmless(violation.ToString());
        }
        AssertHarmless(Assert.Throws<WireFormatException>(() => Json.Read(json, new ReadOptions { Mode = ContractMode.Strict })).Message);
        AssertHarmless(Assert.Throws<WireFormatException>(() => Json.Read(json[..^2] + "\u0001")).Message);
    }

    [Fact]
    public void Paths_that_fit_are_whole()
    {
        var (_, violations) = Json.ReadReporting(Json.EventWith(""" "details":{"it's":{"code":[]},"a1_":{"code":[]}},"codes":[1,"x"] """.Trim()));

        Assert.Equal(["$.details['it\\'s'].code", "$.details.a1_.code", "$.codes[1]"], violations.Select(v => v[..v.IndexOf(": ", StringComparison.Ordinal)]));
    }

    [Fact]
    public void A_deep_path_is_cut()
    {
        var json = new StringBuilder("{\"name\":\"a\",").Insert(12, "\"named\":{\"key\":{\"name\":\"a\",", 300);

        var e = Assert.Throws<WireFormatException>(() => Json.Read(WireType.Model<Tree>(), json.ToString(), new ReadOptions { MaxDepth = 1000 }));

        Assert.StartsWith("$.named.key.named.key", e.Path);
        Assert.Equal(LongestPath, e.Path!.Length);
    }

    [Fact]
    public void What_a_caller_throws_when_told_of_a_violation_leaves_as_it_is_and_harms_nothing()
    {
        var json = Json.EventWith(""" "dstPort":[],"codes":["x"] """.Trim());

        Assert.Throws<InvalidTimeZoneException>(() => Json.Read(json, new ReadOptions { OnViolation = _ => throw new InvalidTimeZoneException() }));

        Assert.Equal(2, Json.ReadReporting(json).Violations.Count);
    }

    private static void AssertHarmless(string text) =>
        Assert.DoesNotContain(text.EnumerateRunes(), r => Kiln.Runtime.Text.MessageText.IsHarmful(r) || r == Rune.ReplacementChar);
}
