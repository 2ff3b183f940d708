using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Schema;
using Json.Schema;
using Kiln.Tool.Reports;
using Kiln.Tool.Reports.Json;
using Kiln.Tool.Reports.JUnit;
using Kiln.Tool.Reports.Sarif;

namespace Kiln.Tool.Tests.Reports;

/// <summary>The forms that other programs read conform to their schemas, whatever a document says.</summary>
public class SchemaTests
{
    private static readonly Lazy<JsonSchema> Findings = new(() => JsonSchema.FromText(File.ReadAllText(Checkout.PathOf("docs", "schemas", "findings.schema.json"))));

    private static readonly Lazy<JsonSchema> Sarif = new(LoadSarif);

    private static readonly FindingReport[] Reports =
        [SampleReports.Pets, SampleReports.Traffic, SampleReports.Hostile, SampleReports.Empty, SampleReports.Pets with { Fails = _ => false }];

    [Fact]
    public void Json_conforms_to_the_published_schema() => Assert.All(Reports, report => AssertValid(Findings.Value, JsonReport.Write(report)));

    [Fact]
    public void Sarif_conforms_to_its_schema() => Assert.All(Reports, report => AssertValid(Sarif.Value, SarifReport.Write(report)));

    [Fact]
    public void JUnit_conforms_to_its_schema() => Assert.All(Reports, report => Assert.Equal([], XsdErrors(JUnitReport.Write(report))));

    [Theory]
    [InlineData("\"severity\": \"breaking\"", "\"severity\": \"fatal\"")]
    [InlineData("\"line\": ", "\"line\": -")]
    [InlineData("\"source-breaking\"", "\"source\"")]
    [InlineData("\"fingerprint\"", "\"print\"")]
    public void The_published_schema_refuses_what_is_wrong(string right, string wrong) =>
        Assert.False(Evaluate(Findings.Value, JsonReport.Write(SampleReports.Pets).Replace(right, wrong, StringComparison.Ordinal)).IsValid);

    [Theory]
    [InlineData("\"level\": \"error\"", "\"level\": \"fatal\"")]
    [InlineData("\"startLine\": ", "\"startLine\": -")]
    [InlineData("\"version\": \"2.1.0\"", "\"version\": \"2\"")]
    public void The_copy_of_the_schema_of_sarif_refuses_what_is_wrong(string right, string wrong) =>
        Assert.False(Evaluate(Sarif.Value, SarifReport.Write(SampleReports.Pets).Replace(right, wrong, StringComparison.Ordinal)).IsValid);

    [Fact]
    public void The_copy_of_the_schema_of_JUnit_refuses_what_is_wrong() =>
        Assert.NotEmpty(XsdErrors(JUnitReport.Write(SampleReports.Pets).Replace("failure", "failed", StringComparison.Ordinal)));

    private static void AssertValid(JsonSchema schema, string text)
    {
        var results = Evaluate(schema, text);
        Assert.True(results.IsValid, string.Join('\n', (results.Details ?? []).Where(d => d.Errors is not null).Select(d => $"{d.InstanceLocation}: {JsonSerializer.Serialize(d.Errors)}")));
    }

    private static EvaluationResults Evaluate(JsonSchema schema, string text)
    {
        using var document = JsonDocument.Parse(text);
        return schema.Evaluate(document.RootElement, new() { OutputFormat = OutputFormat.List });
    }

    // It is of draft 4, of which it uses only what is the same in draft 7, but for the name of its id.
    private static JsonSchema LoadSarif()
    {
        var schema = JsonNode.Parse(File.ReadAllText(Checkout.PathOf("tests", "Kiln.Tests", "Reports", "Schemas", "sarif-2.1.0.json")))!.AsObject();
        schema["$schema"] = "http://json-schema.org/draft-07/schema#";
        schema.Remove("id");
        return JsonSchema.FromText(schema.ToJsonString());
    }

    private static List<string> XsdErrors(string text)
    {
        var errors = new List<string>();
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema };
        settings.Schemas.Add(null, Checkout.PathOf("tests", "Kiln.Tests", "Reports", "Schemas", "jenkins-junit.xsd"));
        settings.ValidationEventHandler += (_, e) => errors.Add(e.Message);
        using var reader = XmlReader.Create(new StringReader(text), settings);
        while (reader.Read())
        {
        }
        return errors;
    }
}
