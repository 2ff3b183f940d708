using Kiln.Generator.Tests.Driving;

namespace Kiln.Generator.Tests.Naming;

/// <summary>Paths whose parameters are in the same place and have different types: each can be called.</summary>
public sealed class PathValueTypeTests
{
    private const string Spec = """
        openapi: 3.0.3
        info: { title: T, version: '1' }
        paths:
          /teams/{id}: { get: { parameters: [{ name: id, in: path, required: true, schema: { type: integer } }], responses: { '204': { description: x } } } }
          /teams/{slug}/members: { get: { parameters: [{ name: slug, in: path, required: true, schema: { type: string } }], responses: { '204': { description: x } } } }
          /teams/{slug}/members/{n}: { get: { parameters: [{ name: slug, in: path, required: true, schema: { type: string } }, { name: n, in: path, required: true, schema: { type: integer } }], responses: { '204': { description: x } } } }
          /teams/{key}/plans: { get: { parameters: [{ name: key, in: path, required: true, schema: { type: string, format: uuid } }], responses: { '204': { description: x } } } }
          /teams/{nr}/rank: { get: { parameters: [{ name: nr, in: path, required: true, schema: { type: integer, format: int32 } }], responses: { '204': { description: x } } } }
          /teams/{what}/logo: { get: { responses: { '204': { description: x } } } }
          /teams/by-slug: { get: { responses: { '204': { description: x } } } }
          /same/{id}:
            get: { parameters: [{ name: id, in: path, required: true, schema: { type: integer } }], responses: { '204': { description: x } } }
            delete: { parameters: [{ name: id, in: path, required: true, schema: { type: string } }], responses: { '204': { description: x } } }
          /files/{id}.json: { get: { parameters: [{ name: id, in: path, required: true, schema: { type: integer } }], responses: { '204': { description: x } } } }
          /files/{name}.json: { get: { parameters: [{ name: name, in: path, required: true, schema: { type: string } }], responses: { '204': { description: x } } } }
          /words/{a}: { get: { parameters: [{ name: a, in: path, required: true, schema: { type: string, enum: [x] } }], responses: { '204': { description: x } } } }
          /words/{b}/more: { get: { parameters: [{ name: b, in: path, required: true, schema: { type: string, enum: [y] } }], responses: { '204': { description: x } } } }
        """;

    [Fact]
    public void Each_type_leads_to_the_paths_that_have_it()
    {
        var urls = SdkRun.Of(Spec, """
            var client = new Sdk.TClient(new Microsoft.Kiota.Http.HttpClientLibrary.HttpClientRequestAdapter(new Microsoft.Kiota.Abstractions.Authentication.AnonymousAuthenticationProvider()) { BaseUrl = "https://x" });
            int number = 7;
            string text = "8";
            return string.Join(" ", new[]
            {
                client.Teams[5].ToGetRequestInformation(),
                client.Teams[number].Rank.ToGetRequestInformation(),
                client.Teams["red"].Members.ToGetRequestInformation(),
                client.Teams[text].Members[1].ToGetRequestInformation(),
                client.Teams[Guid.Empty].Plans.ToGetRequestInformation(),
                client.Teams[6].Logo.ToGetRequestInformation(),
                client.Teams.BySlug.ToGetRequestInformation(),
                client.Same[1].ToGetRequestInformation(),
                client.Same["a b"].ToDeleteRequestInformation(),
                client.Files[1].ToGetRequestInformation(),
                client.Files["n"].ToGetRequestInformation(),
                client.Words[new A("x")].ToGetRequestInformation(),
                client.Words[new A("y")].More.ToGetRequestInformation(),
            }.Select(r => r.URI.AbsolutePath));
            """);

        Assert.Equal(
            "/teams/5 /teams/7/rank /teams/red/members /teams/8/members/1 /teams/00000000-0000-0000-0000-000000000000/plans /teams/6/logo /teams/by-slug " +
            "/same/1 /same/a%20b /files/1.json /files/n.json /words/x /words/y/more",
            urls);
    }

    [Fact]
    public void A_type_has_the_children_of_its_own_paths_only()
    {
        var sdk = LoadedSdk.Of(Spec);

        Assert.Equal(["Rank", "Logo"], Children(sdk.Type("TeamsItemRequestBuilder")));
        Assert.Equal(["Members"], Children(sdk.Type("TeamsBySlugRequestBuilder")));
        Assert.Equal(["Plans"], Children(sdk.Type("TeamsByKeyRequestBuilder")));
        Assert.Null(sdk.Type("SameItemRequestBuilder").GetMethod("DeleteAsync"));
        Assert.NotNull(sdk.Type("SameByIdRequestBuilder").GetMethod("DeleteAsync"));
    }

    private static IEnumerable<string> Children(Type builder) => builder.GetProperties().Where(p => p.GetMethod!.IsPublic).Select(p => p.Name);
}
