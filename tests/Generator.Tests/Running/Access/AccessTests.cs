using System.Reflection;
using Kiln.Generator.Tests.Driving;
using Kiln.Generator.Tests.Running.Answers;

namespace Kiln.Generator.Tests.Running.Access;

/// <summary>Clients that are made in one line or from options, called over a socket: to which server a request goes, and with which credentials.</summary>
public sealed class AccessTests
{
    private const string Spec = """
        openapi: 3.1.0
        info: { title: Vault, version: '1' }
        servers:
          - { url: 'http://127.0.0.1:{port}/{stage}/v1', description: Local, variables: { port: {}, stage: { default: test, enum: [test, live] } } }
          - { url: /relative, description: Relative }
        security: [{ key: [] }, { basic: [], session: [] }]
        paths:
          /default: { get: { responses: { '204': { description: d } } } }
          /none: { get: { security: [], responses: { '204': { description: d } } } }
          /optional: { get: { security: [{}, { vendor: [] }], responses: { '204': { description: d } } } }
          /vendor: { get: { security: [{ vendor: [] }], responses: { '204': { description: d } } } }
          /query: { get: { security: [{ bearer: [] }, { query: [] }], responses: { '204': { description: d } } } }
          /own: { servers: [{ url: ../other }], get: { responses: { '204': { description: d } } } }
          /far: { get: { servers: [{ url: 'https://far.invalid/api' }], responses: { '204': { description: d } } } }
          /parameter:
            get:
              parameters: [{ name: token, in: header, required: true, x-kiln-credential: token, schema: { type: string } }, { name: limit, in: query, schema: { type: integer } }]
              responses: { '204': { description: d } }
        components:
          securitySchemes:
            key: { type: apiKey, in: header, name: X-Key }
            query: { type: apiKey, in: query, name: key }
            session: { type: apiKey, in: cookie, name: sid }
            basic: { type: http, scheme: basic }
            bearer: { type: http, scheme: bearer }
            vendor: { type: apiKey, in: header, name: Authorization, x-kiln-token-prefix: VaultToken }
        """;

    private const string Program = """
        #nullable enable
        using System;
        using System.Linq;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;
        using Kiln.Runtime.Authentication;
        using Kiln.Runtime.Http;
        using Kiln.Runtime.Requests;
        using Sdk;

        public static class Program
        {
            public static async Task<string> RunAsync(string url, string credentials, string operation)
            {
                try
                {
                    await CallAsync(Client(new Uri(url), credentials), operation);
                    return "sent";
                }
                catch (Exception e) when (e is AuthenticationException or ArgumentException)
                {
                    return $"{e.GetType().Name}: {e.Message}";
                }
            }

            private static VaultClient Client(Uri url, string credentials) => credentials switch
            {
                "in one line" => new(url, VaultCredential.Key("k")),
                "agent" => new(new VaultClientOptions { Server = url, UserAgent = "contoso/1.0", Timeout = TimeSpan.FromSeconds(30), Retry = new() { MaxRetries = 0 }, Credentials = { VaultCredential.Key("k") } }),
                "own client" => new(new VaultClientOptions { Server = url, HttpClient = new(KilnHandlers.Create()), Credentials = { VaultCredential.Key("k") } }),
                "one server" => new(new VaultClientOptions { Server = url, IgnoreOperationServers = true, Credentials = { VaultCredential.Key("k") } }),
                "local" => new(VaultServer.Local(url.Port.ToString()), VaultCredential.Key("k")),
                "local, live" => new(VaultServer.Local(url.Port.ToString(), Stage.Live), VaultCredential.Key("k")),
                "local, other" => new(VaultServer.Local(url.Port.ToString(), new Stage("other")), VaultCredential.Key("k")),
                "local, port" => new(VaultServer.Local("80/x"), VaultCredential.Key("k")),
                "relative" => new(VaultServer.Relative(new(url, "/docs/openapi.yaml")), VaultCredential.Key("k")),
                _ => new(url, [.. credentials.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Credential)]),
            };

            private static Credential Credential(string name) => name switch
            {
                "key" => VaultCredential.Key("k"),
                "query" => VaultCredential.Query("q&=1"),
                "session" => VaultCredential.Session("s"),
                "basic" => VaultCredential.Basic("user", "pass"),
                "bearer" => VaultCredential.Bearer(_ => ValueTask.FromResult("b")),
                "vendor" => VaultCredential.Vendor("v"),
                "token" => VaultCredential.Token("t"),
                _ => throw new InvalidOperationException(name),
            };

            private static Task CallAsync(VaultClient client, string operation) => operation switch
            {
                "default" => client.Default.GetAsync(),
                "none" => client.None.GetAsync(),
                "optional" => client.Optional.GetAsync(),
                "vendor" => client.Vendor.GetAsync(),
                "query" => client.Query.GetAsync(),
                "own" => client.Own.GetAsync(),
                "far" => client.Far.GetAsync(),
                "parameter" => client.Parameter.GetAsync(r => r.QueryParameters.Limit = 5),
                _ => throw new InvalidOperationException(operation),
            };
        }
        """;

    private static readonly Lazy<MethodInfo> Run = new(() => LoadedSdk.Of(Spec, "Sdk", Program).Type("Program").GetMethod("RunAsync")!);

    [Theory]
    [InlineData("in one line", "default", "GET /base/default HTTP/1.1", "X-Key: k")]
    [InlineData("own client", "default", "GET /base/default HTTP/1.1", "X-Key: k")]
    [InlineData("agent", "default", "GET /base/default HTTP/1.1", "X-Key: k", "User-Agent: contoso/1.0")]
    [InlineData("local", "default", "GET /test/v1/default HTTP/1.1", "X-Key: k")]
    [InlineData("local, live", "default", "GET /live/v1/default HTTP/1.1", "X-Key: k")]
    [InlineData("relative", "default", "GET /relative/default HTTP/1.1", "X-Key: k")]
    [InlineData("key", "own", "GET /other/own HTTP/1.1", "X-Key: k")]
    [InlineData("one server", "own", "GET /base/own HTTP/1.1", "X-Key: k")]
    [InlineData("one server", "far", "GET /base/far HTTP/1.1", "X-Key: k")]
    // The first alternative whose credentials are all there.
    [InlineData("key basic session", "default", "GET /base/default HTTP/1.1", "X-Key: k")]
    [InlineData("basic session", "default", "GET /base/default HTTP/1.1", "Authorization: Basic dXNlcjpwYXNz", "Cookie: sid=s")]
    [InlineData("key vendor", "none", "GET /base/none HTTP/1.1")]
    [InlineData("vendor", "optional", "GET /base/optional HTTP/1.1", "Authorization: VaultToken v")]
    [InlineData("key", "optional", "GET /base/optional HTTP/1.1")]
    [InlineData("vendor", "vendor", "GET /base/vendor HTTP/1.1", "Authorization: VaultToken v")]
    [InlineData("query", "query", "GET /base/query?key=q%26%3D1 HTTP/1.1")]
    [InlineData("query bearer", "query", "GET /base/query HTTP/1.1", "Authorization: Bearer b")]
    // The parameter is a way to authenticate of its own, before those of the document.
    [InlineData("key token", "parameter", "GET /base/parameter?limit=5 HTTP/1.1", "token: t")]
    [InlineData("key", "parameter", "GET /base/parameter?limit=5 HTTP/1.1", "X-Key: k")]
    public async Task Sends(string credentials, string operation, string requestLine, params string[] headers)
    {
        await using var server = new RawServer("204 No Content");

        Assert.Equal("sent", await RunAsync($"{server.Url}/base", credentials, operation));

        var lines = Assert.Single(server.Requests).Split("\r\n");
        Assert.Equal(requestLine, lines[0]);
        string[] secrets = ["X-Key", "Authorization", "Cookie", "token"];
        var sent = lines.Where(l => secrets.Contains(l.Split(':')[0]));
        Assert.Equal(headers.Where(h => !h.StartsWith("User-Agent", StringComparison.Ordinal)).Order(StringComparer.Ordinal), sent.Order(StringComparer.Ordinal));
        Assert.All(headers, h => Assert.Contains(lines, l => l.StartsWith(h, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("", "default", "AuthenticationException", "needs credentials for key, or basic and session")]
    [InlineData("basic", "default", "AuthenticationException", "credentials for 'basic' only")]
    [InlineData("key", "vendor", "AuthenticationException", "vendor")]
    [InlineData("local, other", "default", "ArgumentException", "'stage' must be one of test, live, and not 'other'")]
    [InlineData("local, port", "default", "ArgumentException", "'port'")]
    public async Task Refuses(string credentials, string operation, string exception, string message)
    {
        await using var server = new RawServer("204 No Content");

        var told = await RunAsync($"{server.Url}/base", credentials, operation);

        Assert.StartsWith(exception, told, StringComparison.Ordinal);
        Assert.Contains(message, told, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    private static Task<string> RunAsync(string url, string credentials, string operation) => (Task<string>)Run.Value.Invoke(null, [url, credentials, operation])!;
}
