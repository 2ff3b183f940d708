using Kiln.Generator.Tests.Driving;

namespace Kiln.Generator.Tests.Fields;

/// <summary>The runtime finds the field of a C# property by its name, whatever names the document has.</summary>
public class PropertyOfFieldTests
{
    private static readonly string[] Names =
        ["name", "first-name", "first_name", "FIRSTNAME", "@id", "id", "$ref", "größe", "ä", "ö", "1st", "class", "a.b", "AB", "additionalData", "with\\ttab", "x"];

    private static readonly string Spec = $$"""
        openapi: 3.1.0
        info: { title: Names, version: '1' }
        paths: {}
        components:
          schemas:
            Thing:
              properties: { {{string.Join(", ", Names.Select(n => $"\"{n}\": {{ type: string{(n == "x" ? ", x-kiln-name: Chosen" : "")} }}"))}} }
        """;

    [Fact]
    public void Each_property_is_the_one_of_its_field()
    {
        var properties = LoadedSdk.Of(Spec).Type("Thing").GetProperties().Where(p => p.PropertyType == typeof(string)).Select(p => p.Name).ToList();
        var checks = Names.Select(n => $$"""
                {
                    var thing = Read<Thing>("{\"{{n.Replace("\\", "\\\\", StringComparison.Ordinal)}}\":\"v\"}");
                    lines.Add(string.Join(",", new[] { {{string.Join(", ", properties.Select(p => $"thing.IsSet(t => t.{p}) ? \"{p}\" : \"\""))}} }.Where(p => p.Length > 0)));
                }
            """);

        var set = SdkRun.Of(Spec, $"var lines = new List<string>();\n{string.Concat(checks)}\nreturn string.Join(\" \", lines);");

        Assert.Equal(Names.Length, properties.Count);
        Assert.Equal(string.Join(" ", properties), set);
    }
}
