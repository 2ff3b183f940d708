using System.Text.Json.Nodes;

namespace SentinelOne.ThreatEvents.Tests.Spec;

/// <summary>The operation's inputs in the document, against the action's table.</summary>
public class ParameterTests
{
    private static readonly string[] LimitKeywords = ["default", "maxItems", "maximum", "minLength", "minimum", "pattern"];

    private static readonly JsonArray Parameters = SpecDocument.Operation["parameters"]!.AsArray();

    public static TheoryData<string> Names => [.. ActionPage.Parameters.Select(p => p.Name)];

    [Fact]
    public void No_parameter_is_missing_and_none_is_made_up() =>
        Assert.Equal(ActionPage.Parameters.Select(p => p.Name), Parameters.Select(p => $"{p!["name"]}"));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_parameter_is_as_the_table_says(string name)
    {
        var expected = ActionPage.Parameters.Single(p => p.Name == name);
        var parameter = Parameters.Single(p => $"{p!["name"]}" == name)!;
        var schema = SpecDocument.Resolve(parameter["schema"]!);
        var values = schema["items"] is { } items ? SpecDocument.Resolve(items) : schema;

        Assert.Equal(expected.In, $"{parameter["in"]}");
        Assert.Equal(expected.In == "path", parameter["required"]?.GetValue<bool>() ?? false);
        Assert.Equal(expected.Type, SpecDocument.TypeOf(schema));
        Assert.Equal(expected.Values ?? [], SpecDocument.Texts(values["enum"]));
        Assert.Equal(expected.Limits, string.Join(' ', LimitKeywords.Where(schema.ContainsKey).Select(k => $"{k}={schema[k]}")));
        Assert.Matches(@"^[A-Z].+\.$", $"{parameter["description"]}");
    }

    [Fact]
    public void Arrays_travel_as_one_comma_joined_value()
    {
        var arrays = Parameters.Where(p => $"{p!["schema"]!["type"]}" == "array").ToList();

        Assert.Equal(2, arrays.Count);
        Assert.All(arrays, a => Assert.Equal(("form", "false"), ($"{a!["style"]}", $"{a["explode"]}")));
    }
}
