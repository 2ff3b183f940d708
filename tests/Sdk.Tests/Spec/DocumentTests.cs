using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SentinelOne.ThreatEvents.Tests.Spec;

/// <summary>The document as a whole: one operation, how to reach it, and nothing that points nowhere.</summary>
public partial class DocumentTests
{
    [Fact]
    public void It_has_the_one_operation()
    {
        Assert.Equal("3.0.3", $"{SpecDocument.Root["openapi"]}");
        Assert.Equal("get", Assert.Single(Assert.Single(SpecDocument.Root["paths"]!.AsObject()).Value!.AsObject()).Key);
        Assert.Equal("getThreatEvents", $"{SpecDocument.Operation["operationId"]}");
    }

    [Fact]
    public void The_token_travels_in_the_authorization_header()
    {
        var scheme = SpecDocument.Root["components"]!["securitySchemes"]!["ApiToken"]!;

        Assert.Equal(("apiKey", "header", "Authorization"), ($"{scheme["type"]}", $"{scheme["in"]}", $"{scheme["name"]}"));
        Assert.Equal("ApiToken", $"{scheme["x-kiln-token-prefix"]}");
        Assert.Equal("""[{"ApiToken":[]}]""", SpecDocument.Root["security"]!.ToJsonString());
    }

    [Fact]
    public void The_paging_contract_names_parameters_and_places_that_exist()
    {
        var paging = SpecDocument.Operation["x-kiln-paging"]!;
        var parameters = SpecDocument.Operation["parameters"]!.AsArray().Select(p => $"{p!["name"]}").ToList();

        Assert.All(
            [$"{paging["cursor"]}", $"{paging["pageSize"]}", $"{paging["countOnly"]}", .. SpecDocument.Texts(paging["firstPageOnly"])],
            name => Assert.Contains(name, parameters));
        Assert.Equal("string", PropertyType($"{paging["nextCursor"]}"));
        Assert.Equal("array", PropertyType($"{paging["items"]}"));
        Assert.Equal("integer(int64)", PropertyType($"{paging["total"]}"));
        Assert.Equal(["null"], SpecDocument.Texts(paging["endCursors"]));
    }

    [Fact]
    public void Each_value_whose_words_run_together_has_a_readable_name()
    {
        var schemas = SpecDocument.Root["components"]!["schemas"]!.AsObject().Where(s => s.Value!["x-enum-varnames"] is not null).ToList();

        Assert.Contains("EventSubType", schemas.Select(s => s.Key));
        Assert.All(schemas, s =>
        {
            var names = SpecDocument.Texts(s.Value!["x-enum-varnames"]).ToList();
            Assert.All(names, n => Assert.Matches("^[A-Z][A-Za-z0-9]*$", n));
            Assert.Equal(
                SpecDocument.Texts(s.Value!["enum"]).Select(v => v.Replace("_", "").ToUpperInvariant()),
                names.Select(n => n.ToUpperInvariant()));
        });
    }

    [Fact]
    public void The_filter_s_kinds_are_those_of_an_answer() =>
        Assert.Equal(
            SpecDocument.Texts(SpecDocument.Schema("EventType")["enum"]),
            SpecDocument.Texts(SpecDocument.Schema("EventObjectType")["enum"]));

    [Fact]
    public void Each_component_is_used_and_each_reference_points_to_one()
    {
        var components = from kind in SpecDocument.Root["components"]!.AsObject()
                         where kind.Key != "securitySchemes"
                         from component in kind.Value!.AsObject()
                         select $"#/components/{kind.Key}/{component.Key}";
        var references = Reference().Matches(SpecDocument.Root.ToJsonString()).Select(m => m.Groups[1].Value).Distinct();

        Assert.Equal(components.Order(StringComparer.Ordinal), references.Order(StringComparer.Ordinal));
    }

    /// <summary>The type that the answer's schema gives to the place of a JSON pointer.</summary>
    private static string PropertyType(string pointer) =>
        SpecDocument.TypeOf(pointer.Split('/').Skip(1).Aggregate(
            SpecDocument.Answer["content"]!["application/json"]!["schema"]!,
            (schema, name) => SpecDocument.Resolve(schema)["properties"]![name]!));

    [GeneratedRegex("""
        "\$ref":"([^"]+)"
        """)]
    private static partial Regex Reference();
}
