using Kiln.Generator.Changes.Findings;
using Kiln.Tool.Gates;

namespace Kiln.Tool.Tests.Gates;

public sealed class IgnoreFileTests
{
    private static readonly Finding OfOperation = new("enum-value-removed", FindingSeverity.Breaking, "The enum value 'sold' was removed.")
    {
        Aliases = ["response-property-enum-value-removed"],
        Operations = ["GET /pets/{id}"],
    };

    private static readonly Finding OfComponent = new("schema-removed", FindingSeverity.Breaking, "The schema 'Pet' was removed.");

    [Theory]
    [InlineData("GET /pets/{id} enum-value-removed", true)]
    [InlineData(" - 12.01.2026 In get /pets/{ID} we have [response-property-enum-value-removed], by agreement.", true)]
    [InlineData("GET /pets/{id} The enum value 'sold' was removed", true)]
    [InlineData("GET /pets/{id} the enum value 'SOLD' was removed.", true)]
    [InlineData("GET /pets/{id} enum-value-removed-too", false)]
    [InlineData("GET /pets/{id}/toys enum-value-removed", false)]
    [InlineData("POST /pets/{id} enum-value-removed", false)]
    [InlineData("WIDGET /pets/{id} enum-value-removed", false)]
    [InlineData("GET /pets/{id}", false)]
    [InlineData("enum-value-removed", false)]
    [InlineData("# GET /pets/{id} enum-value-removed", false)]
    public void A_line_leaves_out_a_rule_of_an_operation(string line, bool isIgnored)
    {
        var file = IgnoreFile.Read(new("ignore.txt", "Changes\r\n\r\n" + line + "\r\n"), FindingSeverity.Breaking);

        Assert.Equal(isIgnored ? 3 : null, file.LineFor(OfOperation)?.Line);
    }

    [Fact]
    public void Components_stand_for_the_operation_that_a_finding_has_not()
    {
        var file = IgnoreFile.Read(new("ignore.txt", "Removed from components: the schema 'pet' was removed\n"), FindingSeverity.Breaking);

        Assert.Equal(1, file.LineFor(OfComponent)?.Line);
        Assert.Null(file.LineFor(OfOperation));
    }

    [Fact]
    public void A_file_is_for_one_severity() =>
        Assert.Null(IgnoreFile.Read(new("ignore.txt", "GET /pets/{id} enum-value-removed"), FindingSeverity.Warning).LineFor(OfOperation));
}
