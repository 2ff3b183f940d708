using System.Reflection;
using System.Text.Json;
using Kiln.Generator.Tests.Driving;

namespace Kiln.Generator.Tests.Fields;

/// <summary>Models of so many fields that one method for all of them would not be optimized by the just-in-time compiler, which ends at 60,000 bytes.</summary>
public class LargeModelTests
{
    private const int Count = 1000;
    private const int LongestMethod = 60_000;

    private static readonly string Spec = $$"""
        openapi: 3.1.0
        info: { title: Large, version: '1' }
        paths: {}
        components:
          schemas:
            Large: { properties: { {{Properties("a", Count)}} } }
            Base: { required: [kind], properties: { kind: { type: string }, {{Properties("b", 20)}} }, discriminator: { propertyName: kind, mapping: { wide: '#/components/schemas/Wide' } } }
            Wide: { allOf: [{ $ref: '#/components/schemas/Base' }, { properties: { {{Properties("c", Count)}} } }] }
        """;

    [Fact]
    public void Every_field_of_a_large_model_is_read_and_written()
    {
        var sdk = LoadedSdk.Of(Spec);
        var large = "{" + Fields("a", Count) + "}";
        var wide = "{\"kind\":\"wide\"," + Fields("b", 20) + "," + Fields("c", Count) + "}";

        Assert.Equal(large, sdk.RoundTrip("Large", large));
        Assert.Equal(wide, sdk.RoundTrip("Base", wide));
        Assert.Equal(wide, sdk.RoundTrip("Wide", wide));
        Assert.Equal("7", LoadedSdk.Get(sdk.Read("Base", """{"c999":"7","kind":"wide"}"""), "C999"));
        foreach (var type in new[] { "Large", "Base", "Wide" })
        {
            var methods = sdk.Type(type).GetMethods(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly);
            Assert.Contains(methods, m => m.Name == "ReadField");
            Assert.All(methods, m => Assert.InRange(m.GetMethodBody()!.GetILAsByteArray()!.Length, 0, LongestMethod / 2));
        }
    }

    private static string Properties(string letter, int count) => string.Join(", ", Enumerable.Range(0, count).Select(i => $"{letter}{i}: {{ type: string }}"));

    private static string Fields(string letter, int count) => string.Join(",", Enumerable.Range(0, count).Select(i => JsonSerializer.Serialize($"{letter}{i}") + $":\"{i}\""));
}
