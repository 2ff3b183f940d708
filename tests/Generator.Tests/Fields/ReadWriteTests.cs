using Kiln.Generator.Tests.Driving;

namespace Kiln.Generator.Tests.Fields;

/// <summary>Fields that only answers have are not sent, and fields that only requests have are not missed (OpenAPI 3.0.3, "Schema Object").</summary>
public sealed class ReadWriteTests
{
    [Fact]
    public void What_only_answers_have_is_not_sent_and_is_written_all_the_same()
    {
        Assert.Equal("""{"name":"a","password":"p","owner":{"name":"o"}}|{"id":5,"name":"a","password":"p","owner":{"id":6,"name":"o"},"stamp":"s"}""", Run("""
            var pet = new Pet { Id = 5, Name = "a", Password = "p", Owner = new() { Id = 6, Name = "o", Password = null }, Stamp = "s" };
            return Sent(pet) + "|" + Json(pet);
            """));
    }

    [Fact]
    public void What_was_kept_in_the_place_of_a_field_of_answers_is_not_sent_either()
    {
        Assert.Equal("""{"name":"a"}|{"name":"a","id":"none"}""", Run("""
            var pet = Read<Pet>("{\"id\":\"none\",\"name\":\"a\"}");
            return Sent(pet) + "|" + Json(pet);
            """));
    }

    [Fact]
    public void What_only_requests_have_is_not_missed_in_an_answer()
    {
        Assert.Equal("0 True", Run("""
            var violations = new List<string>();
            string? password = Read<Pet>("{\"id\":1,\"name\":\"a\"}", violations).Password;
            return $"{violations.Count} {password is null}";
            """));
    }

    [Fact]
    public void A_missing_field_of_answers_is_still_missed()
    {
        Assert.Equal("1", Run("""
            var violations = new List<string>();
            Read<Pet>("{\"name\":\"a\"}", violations);
            return $"{violations.Count}";
            """));
    }

    [Fact]
    public void A_field_that_would_never_travel_is_told_of()
    {
        var driver = SdkDriver.Run("spec.yaml", Head + "    X: { type: object, properties: { a: { type: string, readOnly: true, writeOnly: true } } }\n", "Probe");

        Assert.Equal("KILN0121", Assert.Single(driver.GetRunResult().Diagnostics).Id);
    }

    private const string Head = "openapi: 3.0.3\ninfo: { title: Pets, version: '1' }\npaths: {}\ncomponents:\n  schemas:\n";

    private const string Pets = Head + """
            Stamp: { type: string, readOnly: true }
            Base:
              type: object
              required: [id]
              properties:
                id: { type: integer, readOnly: true }
            Pet:
              allOf:
                - $ref: '#/components/schemas/Base'
                - type: object
                  required: [name, password]
                  properties:
                    name: { type: string }
                    password: { type: string, writeOnly: true }
                    owner: { $ref: '#/components/schemas/Pet' }
                    stamp: { $ref: '#/components/schemas/Stamp' }
                    seen: { allOf: [{ type: string }, { readOnly: true }] }
        """;

    private static string Run(string lines) => SdkRun.Of(Pets, lines);
}
