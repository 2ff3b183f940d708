using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Tests.Specs;

/// <summary>What scalars mean: the table of YAML 1.2, section 10.3.2, and the traps of YAML 1.1.</summary>
public class CoreSchemaTests
{
    [Theory]
    [InlineData("null", "null")]
    [InlineData("~", "null")]
    [InlineData("", "null")]
    [InlineData("Null", "null")]
    [InlineData("nULL", "\"nULL\"")]
    [InlineData("true", "true")]
    [InlineData("True", "true")]
    [InlineData("TRUE", "true")]
    [InlineData("False", "false")]
    [InlineData("tRUE", "\"tRUE\"")]
    [InlineData("yes", "\"yes\"")]
    [InlineData("No", "\"No\"")]
    [InlineData("on", "\"on\"")]
    [InlineData("off", "\"off\"")]
    [InlineData("y", "\"y\"")]
    [InlineData("0", "0")]
    [InlineData("-0", "-0")]
    [InlineData("+12", "12")]
    [InlineData("0123", "123")]
    [InlineData("000", "0")]
    [InlineData("-007", "-7")]
    [InlineData("0o17", "15")]
    [InlineData("0o18", "\"0o18\"")]
    [InlineData("0x1F", "31")]
    [InlineData("0xFFFFFFFFFFFFFFFFFFFF", "1208925819614629174706175")]
    [InlineData("0x", "\"0x\"")]
    [InlineData("-0x1F", "\"-0x1F\"")]
    [InlineData("123456789012345678901234567890123456789012345678901234567890", "123456789012345678901234567890123456789012345678901234567890")]
    [InlineData("1_000", "\"1_000\"")]
    [InlineData("190:20:30", "\"190:20:30\"")]
    [InlineData("2024-01-31", "\"2024-01-31\"")]
    [InlineData("1.10", "1.10")]
    [InlineData("01.5", "1.5")]
    [InlineData("1.", "1")]
    [InlineData(".5", "0.5")]
    [InlineData("-.5e-3", "-0.5e-3")]
    [InlineData("+.5", "0.5")]
    [InlineData("1e3", "1e3")]
    [InlineData("1.e+3", "1e+3")]
    [InlineData("3.1.0", "\"3.1.0\"")]
    [InlineData(".", "\".\"")]
    [InlineData("+", "\"+\"")]
    [InlineData("1e", "\"1e\"")]
    [InlineData("'true'", "\"true\"")]
    [InlineData("\"1.10\"", "\"1.10\"")]
    [InlineData("''", "\"\"")]
    [InlineData("!!str 1.10", "\"1.10\"")]
    [InlineData("!!str true", "\"true\"")]
    [InlineData("! true", "\"true\"")]
    [InlineData("!!int '12'", "12")]
    [InlineData("!!float 12", "12")]
    [InlineData("!!bool \"true\"", "true")]
    [InlineData("!!null ''", "null")]
    public void A_scalar_is_what_the_core_schema_says(string yaml, string json) =>
        Assert.Equal($$"""{"a":{{json}}}""", SpecJson.Write(Trees.Read("a: " + yaml)));

    [Theory]
    [InlineData(".inf", "KILN0011")]
    [InlineData("-.INF", "KILN0011")]
    [InlineData(".NaN", "KILN0011")]
    [InlineData("!!int abc", "KILN0012")]
    [InlineData("!custom abc", "KILN0012")]
    public void A_value_without_a_form_in_JSON_becomes_a_string_and_is_told(string yaml, string rule)
    {
        var root = Trees.Read("a: " + yaml, out var diagnostics);

        Assert.Equal(rule, Assert.Single(diagnostics).Rule.Id);
        var value = Assert.IsType<SpecScalar>(Assert.IsType<SpecMap>(root)["a"]);
        Assert.Equal(ScalarKind.String, value.Kind);
    }

    [Theory]
    [InlineData("200: a", "200")]
    [InlineData("0x10: a", "0x10")]
    [InlineData("true: a", "true")]
    [InlineData("on: a", "on")]
    [InlineData("'200': a", "200")]
    [InlineData("? 200\n: a", "200")]
    [InlineData("~: a", "~")]
    public void A_key_is_its_text(string yaml, string key) =>
        Assert.Equal(key, Assert.Single(Assert.IsType<SpecMap>(Trees.Read(yaml)).Entries).Key);
}
