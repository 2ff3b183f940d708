using System.Text;

namespace Kiln.Generator.Tests.Sharing;

/// <summary>Documents that are made to be slow: many schemas that are called the same and differ in little. Compared with each other, they would take minutes.</summary>
public sealed class CollidingSchemaTests
{
    private const int Schemas = 10_000;
    private const int PerSchema = 20;
    private const int Minute = 60_000;

    public static TheoryData<string> Kinds() => new("enums", "objects", "unions", "headers");

    [Theory(Timeout = Minute)]
    [MemberData(nameof(Kinds))]
    public async Task Nearly_equal_schemas_are_told_apart_in_linear_time(string kind)
    {
        if (kind != "enums")
            TestForm.RequireFull();

        var sdk = await Task.Run(() => PlannedSdk.Of(Document(kind)), TestContext.Current.CancellationToken);

        Assert.Equal(Schemas / 2, kind switch
        {
            "enums" => sdk.Types.Enums.Count,
            "objects" => sdk.Types.Models.Count(m => m.Fields.Count > PerSchema),
            "unions" => sdk.Types.Unions.Count,
            _ => sdk.Headers.Plans.Count,
        });
    }

    private static string Document(string kind)
    {
        var text = new StringBuilder("openapi: 3.0.3\ninfo: { title: T, version: '1' }\n");
        if (kind == "headers")
        {
            text.Append("paths:\n");
            for (var i = 0; i < Schemas / 2; i++)
                text.Append($"  /p{i}: {{ get: {{ responses: {{ '200': {{ description: x, headers: {{ X-A: {{ description: h{i}, schema: {{ type: string }} }} }} }} }} }} }}\n");
            return text.ToString();
        }

        // Each is in two places, so that all ask for one short name.
        text.Append("paths: {}\ncomponents:\n  schemas:\n    Named: { type: object, properties: { a: { type: string } } }\n");
        for (var i = 0; i < Schemas; i++)
            text.Append($"    C{i}: {{ type: object, properties: {{ status: {Schema(kind, i / 2)} }} }}\n");
        return text.ToString();
    }

    private static string Schema(string kind, int i) => kind switch
    {
        "enums" => $"{{ type: string, enum: [{string.Join(", ", Enumerable.Range(0, PerSchema).Select(v => $"value{v}"))}, last{i}] }}",
        "objects" => $"{{ type: object, properties: {{ {string.Join(", ", Enumerable.Range(0, PerSchema).Select(v => $"p{v}: {{ type: string }}"))}, last: {{ type: string, description: d{i} }} }} }}",
        _ => $"{{ oneOf: [{{ $ref: '#/components/schemas/Named' }}, {{ type: object, required: [k{i}], properties: {{ k{i}: {{ type: string }} }} }}] }}",
    };
}
