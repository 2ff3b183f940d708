using Kiln.Generator.Tests.Driving;

namespace Kiln.Generator.Tests.Naming;

/// <summary>The beginning that at least nine tenths of the paths share is folded into the client; every URL stays the document's.</summary>
public sealed class PathPrefixTests
{
    private static readonly string[] Ten = [.. Enumerable.Range(0, 9).Select(i => $"/api/v1/things{(char)('a' + i)}")];

    [Fact]
    public void A_path_without_the_prefix_keeps_its_whole_path() => Assert.Equal(
        "/api/v1/thingsa /api/v1/thingsi /health/live /health",
        Urls([.. Ten, "/health/live", "/health"], "client.Thingsa, client.Thingsi, client.Health.Live, client.Health", "/api/v1/things/extra", "/api/v1/more", "/api/v1/others/{id}", "/api/v1/sets", "/api/v1/rest", "/api/v1/bulk", "/api/v1/ping", "/api/v1/logs", "/api/v1/keys"));

    [Fact]
    public void Less_than_nine_tenths_are_not_folded() => Assert.Equal(
        "/api/v1/thingsa /health /ready",
        Urls([.. Ten, "/health", "/ready"], "client.Api.V1.Thingsa, client.Health, client.Ready"));

    [Fact]
    public void Where_a_folded_path_would_meet_another_nothing_is() => Assert.Equal(
        "/api/v1/thingsa /thingsA",
        Urls([.. Ten, "/thingsA"], "client.Api.V1.Thingsa, client.ThingsA"));

    [Fact]
    public void Where_an_indexer_would_meet_another_path_nothing_is() => Assert.Equal(
        "/api/v1/thingsa /x/more",
        Urls([.. Ten, "/{tenant}/more"], "client.Api.V1.Thingsa, client[\"x\"].More"));

    [Fact]
    public void What_stands_behind_a_version_is_the_name_of_a_thing_even_if_it_is_the_only_one() => Assert.Equal(
        "/api/v1/pets/list /api/v1/pets/find",
        Urls(["/api/v1/pets/list", "/api/v1/pets/find"], "client.Pets.List, client.Pets.Find"));

    [Fact]
    public void The_document_can_choose_the_prefix() => Assert.Equal(
        "/api/v1/pets /api/v2/pets",
        Urls(["/api/v1/pets", "/api/v2/pets"], "client.Pets, client.Api.V2.Pets", prefix: "/api/v1"));

    [Fact]
    public void The_document_can_choose_that_nothing_is_folded() => Assert.Equal(
        "/api/v1/pets /api/v1/toys",
        Urls(["/api/v1/pets", "/api/v1/toys"], "client.Api.V1.Pets, client.Api.V1.Toys", prefix: ""));

    // What was folded keeps its name, whatever is added.
    [Fact]
    public void Where_a_path_meets_one_with_the_chosen_prefix_it_gives_way() => Assert.Equal(
        "/api/v1/pets /pets",
        Urls(["/pets", "/api/v1/pets"], "client.Pets, client.PetsPath", prefix: "/api/v1"));

    private static string Urls(string[] paths, string builders, params string[] more) => Urls([.. paths, .. more], builders, prefix: null);

    private static string Urls(string[] paths, string builders, string? prefix)
    {
        var spec = $"""
            openapi: 3.0.3
            info: {"{"} title: T, version: '1' {"}"}
            {(prefix is null ? "" : $"x-kiln-path-prefix: '{prefix}'")}
            components: {"{"} schemas: {"{"} Unused: {"{"} type: object, properties: {"{"} a: {"{"} type: string {"}"} {"}"} {"}"} {"}"} {"}"}
            paths:
            {string.Join("\n", paths.Select(p => $"  {p}: {{ get: {{ responses: {{ '204': {{ description: x }} }} }} }}"))}
            """;
        var requests = string.Join(", ", builders.Split(", ").Select(b => b + ".ToGetRequestInformation()"));
        return SdkRun.Of(spec, $$"""
            var client = new Sdk.TClient(new Microsoft.Kiota.Http.HttpClientLibrary.HttpClientRequestAdapter(new Microsoft.Kiota.Abstractions.Authentication.AnonymousAuthenticationProvider()) { BaseUrl = "https://x" });
            return string.Join(" ", new[] { {{requests}} }.Select(r => r.URI.AbsolutePath));
            """);
    }
}
