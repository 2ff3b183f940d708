using Kiln.Generator.Tests.Driving;

namespace Kiln.Generator.Tests.Naming;

/// <summary>What a path ends with to say its format is no word of a name, unless paths differ in nothing else. It is always a part of the URL.</summary>
public sealed class FileExtensionTests
{
    [Fact]
    public void An_extension_is_sent_and_not_said()
    {
        var urls = SdkRun.Of("""
            openapi: 3.0.3
            info: { title: T, version: '1' }
            components: { schemas: { Unused: { type: object, properties: { a: { type: string } } } } }
            paths:
              /Accounts.json: { get: &none { responses: { '204': { description: x } } } }
              /Accounts/{Sid}.json: { get: &sid { parameters: [{ name: Sid, in: path, required: true, schema: { type: string } }], responses: { '204': { description: x } } } }
              /Accounts/{AccountSid}/Calls.json: { get: &account { parameters: [{ name: AccountSid, in: path, required: true, schema: { type: string } }], responses: { '204': { description: x } } } }
              /Accounts/{AccountSid}/Calls/{Sid}.json: { get: { parameters: [{ name: AccountSid, in: path, required: true, schema: { type: string } }, { name: Sid, in: path, required: true, schema: { type: string } }], responses: { '204': { description: x } } } }
              /feeds: { get: *none }
              /feeds.json: { get: *none }
              /spec.yaml: { get: *none }
              /spec.json: { get: *none }
              /files/{Sid}: { get: *sid }
              /files/{Sid}.xml: { get: *sid }
              /v1.2/x: { get: *none }
            """, """
            var client = new Sdk.TClient(new Microsoft.Kiota.Http.HttpClientLibrary.HttpClientRequestAdapter(new Microsoft.Kiota.Abstractions.Authentication.AnonymousAuthenticationProvider()) { BaseUrl = "https://x" });
            return string.Join(" ", new[]
            {
                client.Accounts.ToGetRequestInformation(),
                client.Accounts["a"].ToGetRequestInformation(),
                client.Accounts[accountSid: "a"].Calls.ToGetRequestInformation(),
                client.Accounts["a"].Calls["b"].ToGetRequestInformation(),
                client.Feeds.ToGetRequestInformation(),
                client.FeedsJson.ToGetRequestInformation(),
                client.SpecYaml.ToGetRequestInformation(),
                client.SpecJson.ToGetRequestInformation(),
                client.Files["f"].ToGetRequestInformation(),
                client.Files.BySidXml("f").ToGetRequestInformation(),
                client.V12.X.ToGetRequestInformation(),
            }.Select(r => r.URI.AbsolutePath));
            """);

        Assert.Equal("/Accounts.json /Accounts/a.json /Accounts/a/Calls.json /Accounts/a/Calls/b.json /feeds /feeds.json /spec.yaml /spec.json /files/f /files/f.xml /v1.2/x", urls);
    }
}
