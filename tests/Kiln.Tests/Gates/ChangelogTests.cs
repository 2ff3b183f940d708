using Kiln.Generator.Changes.Findings;
using Kiln.Tool.Gates.Releases;

namespace Kiln.Tool.Tests.Gates;

public sealed class ChangelogTests
{
    private static readonly Finding[] Findings =
    [
        new("type-changed", FindingSeverity.Breaking, "The type changed from 'integer' to 'string'.")
        {
            Member = "Contoso.Pets.Models.Pet.Age", OldCode = "int? Age", NewCode = "string? Age", CSharp = CSharpEffects.SourceBreaking, Operations = ["GET /pets", "PUT /pets", "GET /a", "GET /b", "GET /c"],
        },
        new("enum-value-removed", FindingSeverity.Breaking, "The enum value 'sold' was removed") { Subject = "Pet.status", Direction = Direction.Request, Operations = ["GET /pets"] },
        new("enum-value-removed", FindingSeverity.Breaking, "The enum value 'sold' was removed") { Subject = "Pet.status", Direction = Direction.Response, Operations = ["PUT /pets", "GET /pets"] },
        new("property-added", FindingSeverity.Info, "The property 'name' was added") { Member = "Contoso.Pets.Models.Pet.Name", NewCode = "string? Name" },
        new("operation-added", FindingSeverity.Info, "The operation was added.") { Subject = "GET /cats", Operations = ["GET /cats"] },
        new("max-changed", FindingSeverity.Info, "The maximum changed from 1 to 2.") { Member = "Contoso.Pets.Models.Pet.Legs", OldCode = "int? Legs", NewCode = "int? Legs" },
        new("min-changed", FindingSeverity.Info, "The minimum changed from 1 to 0.") { Member = "Contoso.Pets.Models.Pet.Legs", OldCode = "int? Legs", NewCode = "int? Legs" },
        new("deprecated", FindingSeverity.Info, "The operation was deprecated.") { Subject = "GET /dogs", Operations = ["GET /dogs"] },
        new("response-removed", FindingSeverity.Info, "The response 404 was removed.") { Subject = "GET /dogs", Operations = ["GET /dogs"] },
    ];

    private const string Section =
        """
        ## 2.0.0

        ### Breaking changes

        - `Contoso.Pets.Models.Pet.Age`: `int? Age` → `string? Age`. The type changed from 'integer' to 'string' (`GET /pets`, `PUT /pets`, `GET /a` and 2 more).
        - `Pet.status`: The enum value 'sold' was removed (`GET /pets`, `PUT /pets`).

        ### Added

        - `Contoso.Pets.Models.Pet.Name`: `string? Name`. The property 'name' was added.
        - `GET /cats`: The operation was added.

        ### Changed

        - `Contoso.Pets.Models.Pet.Legs`
          - The maximum changed from 1 to 2.
          - The minimum changed from 1 to 0.

        ### Deprecated

        - `GET /dogs`: The operation was deprecated.

        ### Removed

        - `GET /dogs`: The response 404 was removed.

        """;

    [Fact]
    public void Says_what_a_release_changes_members_first() => Assert.Equal("# Changelog\n\n" + Section, Changelog.Add(null, "2.0.0", Findings));

    [Fact]
    public void One_member_is_one_entry_with_its_declaration_and_the_parameters_that_changed()
    {
        var text = Changelog.Add(null, "1.1.0",
        [
            new("max-set", FindingSeverity.Info, "The maximum 5 was set") { Member = "M.GetAsync", Subject = "GET /pets query limit", Operations = ["GET /pets"] },
            new("response-added", FindingSeverity.Info, "Null became a valid value") { Member = "M.GetAsync", OldCode = "a", NewCode = "b" },
        ]);

        Assert.EndsWith("- `M.GetAsync`: `a` → `b`\n  - Null became a valid value.\n  - The maximum 5 was set (`GET /pets query limit`).\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_for_readers_of_the_document_are_not_listed() => Assert.Equal(
        Changelog.Add(null, "1.0.1", []),
        Changelog.Add(null, "1.0.1",
        [
            new("description-changed", FindingSeverity.Info, "The description changed") { Member = "M.Name", Subject = "Pet.name" },
            new("version-increased", FindingSeverity.Info, "The version was increased from 1 to 2") { Subject = "info" },
        ]));

    [Fact]
    public void A_release_comes_before_the_earlier_ones()
    {
        var text = Changelog.Add("# Changes\r\n\r\nOf Pets.\r\n\r\n## 1.0.0\r\n\r\n- First.\r\n", "2.0.0", Findings);

        Assert.Equal($"# Changes\n\nOf Pets.\n\n{Section}\n## 1.0.0\n\n- First.\n", text);
    }

    [Theory]
    [InlineData("# Changes\n\n## 2.0.0\n\n- Old.\n\n### Added\n\n- More.\n\n## 1.0.0\n\n- First.\n", "# Changes\n\n", "\n## 1.0.0\n\n- First.\n")]
    [InlineData("# Changes\n\n## 2.0.0\n\n- Old.\n", "# Changes\n\n", "")]
    [InlineData("# Changes\n", "# Changes\n\n", "")]
    public void Its_own_section_is_replaced(string existing, string before, string after)
    {
        var once = Changelog.Add(existing, "2.0.0", Findings);

        Assert.Equal(before + Section + after, once);
        Assert.Equal(once, Changelog.Add(once, "2.0.0", Findings));
    }

    [Fact]
    public void A_release_without_changes_says_so() =>
        Assert.Equal("# Changelog\n\n## Unreleased\n\nNo changes of the API or of the C# members.\n", Changelog.Add("", Changelog.Unreleased, []));

    [Fact]
    public void What_a_document_says_is_neither_markup_nor_a_line()
    {
        var text = Changelog.Add(null, "1.0.0", [new("x", FindingSeverity.Info, "<img src=x> [a](b) *c*\n## 9.9.9") { Subject = "a`b\n# c" }]);

        Assert.Contains(@": \<img src=x\> \[a\](b) \*c\*", text, StringComparison.Ordinal);
        Assert.Contains("`` a`b", text, StringComparison.Ordinal);
        Assert.Equal(["# Changelog", "## 1.0.0", "### Changed"], text.Split('\n').Where(l => l.StartsWith('#')));
    }
}
