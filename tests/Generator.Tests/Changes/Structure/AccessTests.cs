using static Kiln.Generator.Tests.Changes.Structure.StructurePair;

namespace Kiln.Generator.Tests.Changes.Structure;

/// <summary>Servers, and the credentials that requests need.</summary>
public sealed class AccessTests
{
    private const string Schemes =
        "components: { securitySchemes: { key: { type: apiKey, in: header, name: X-Key }, oauth: { type: oauth2, flows: { clientCredentials: { tokenUrl: 'https://a/token', scopes: { read: r, write: w } } } } } }\n";

    [Theory]
    [InlineData("[]", "[{ key: [] }]", "security added POST /pets: nothing -> key [authentication-required]")]
    [InlineData("[{}]", "[{ key: [] }]", "security added POST /pets: nothing -> key [authentication-required]")]
    [InlineData("[{ key: [] }]", "[]", "security removed POST /pets: key -> nothing [authentication-dropped]")]
    [InlineData("[{ key: [] }, {}]", "[{ key: [] }]", "security removed POST /pets: none -> nothing [authentication-required]")]
    [InlineData("[{ key: [] }]", "[{ key: [] }, { oauth: [read] }]", "security added POST /pets: nothing -> oauth")]
    [InlineData("[{ key: [] }, { oauth: [read] }]", "[{ oauth: [read] }]", "security removed POST /pets: key -> nothing")]
    [InlineData("[{ key: [], oauth: [read] }]", "[{ oauth: [read], key: [] }]")]
    [InlineData("[{ oauth: [read] }, { key: [] }]", "[{ key: [] }, { oauth: [read] }]")]
    [InlineData("[{ oauth: [read] }]", "[{ oauth: [write] }]", "security-scope removed POST /pets oauth: read -> nothing", "security-scope added POST /pets oauth: nothing -> write")]
    public void The_requirements_of_operations_are_compared(string old, string current, params string[] expected) => Assert.Equal(expected, SecurityLines($"security: {old}, ", $"security: {current}, ", "", ""));

    [Theory]
    [InlineData("", "security: [{ key: [] }]\n", "global-security added : nothing -> key [authentication-required]")]
    [InlineData("security: [{ oauth: [read] }]\n", "security: [{ oauth: [read, write] }]\n", "global-security-scope added oauth: nothing -> write")]
    [InlineData("security: [{ key: [] }]\n", "security: [{ oauth: [read] }]\n", "global-security removed : key -> nothing", "global-security added : nothing -> oauth")]
    [InlineData("", "security: []\n")]
    public void The_requirements_of_documents_are_compared(string old, string current, params string[] expected) => Assert.Equal(expected, SecurityLines("", "", old, current));

    [Fact]
    public void A_requirement_that_moves_from_the_operation_to_the_document_is_none_of_the_operation() =>
        Assert.Equal(["global-security added : nothing -> key [authentication-required]"], SecurityLines("security: [{ key: [] }], ", "", "", "security: [{ key: [] }]\n"));

    [Theory]
    [InlineData("type: apiKey, in: header, name: A", "type: http, scheme: basic", "security-component-type changed securitySchemes/a: apiKey -> http")]
    [InlineData("type: apiKey, in: header, name: A, x-kiln-token-prefix: Key", "type: apiKey, in: header, name: A, x-kiln-token-prefix: Token", "token-prefix changed securitySchemes/a: Key -> Token")]
    [InlineData("type: apiKey, in: header, name: A", "type: apiKey, in: query, name: A", "api-key-parameter changed securitySchemes/a: header A -> query A")]
    [InlineData("type: http, scheme: basic", "type: http, scheme: bearer", "http-scheme changed securitySchemes/a: basic -> bearer")]
    [InlineData("type: http, scheme: basic", "type: http, scheme: Basic")]
    [InlineData("type: openIdConnect, openIdConnectUrl: 'https://a/1'", "type: openIdConnect, openIdConnectUrl: 'https://a/2'", "open-id-url changed securitySchemes/a: https://a/1 -> https://a/2")]
    [InlineData(
        "type: oauth2, flows: { clientCredentials: { tokenUrl: 'https://a/1', scopes: { read: r } } }", "type: oauth2, flows: { clientCredentials: { tokenUrl: 'https://a/2', scopes: { read: s, write: w } } }",
        "token-url changed securitySchemes/a clientCredentials: https://a/1 -> https://a/2", "oauth-scope added securitySchemes/a clientCredentials: nothing -> write",
        "oauth-scope changed securitySchemes/a clientCredentials read: r -> s")]
    [InlineData(
        "type: oauth2, flows: { implicit: { authorizationUrl: 'https://a/1', scopes: { read: r } } }", "type: oauth2, flows: { implicit: { authorizationUrl: 'https://a/2', scopes: {} } }",
        "oauth-url changed securitySchemes/a implicit: https://a/1 -> https://a/2", "oauth-scope removed securitySchemes/a implicit: read -> nothing")]
    [InlineData(
        "type: oauth2, flows: { clientCredentials: { tokenUrl: 'https://a/1', scopes: {} } }", "type: oauth2, flows: { password: { tokenUrl: 'https://a/1', scopes: {} } }",
        "oauth-flow removed securitySchemes/a: clientCredentials -> nothing", "oauth-flow added securitySchemes/a: nothing -> password")]
    public void Schemes_are_compared(string old, string current, params string[] expected) =>
        Assert.Equal(expected, BodyLines($"paths: {{}}\ncomponents: {{ securitySchemes: {{ a: {{ {old} }} }} }}\n", $"paths: {{}}\ncomponents: {{ securitySchemes: {{ a: {{ {current} }} }} }}\n"));

    [Fact]
    public void Schemes_are_added_removed_and_renamed()
    {
        static string Document(string schemes, string used) =>
            $"paths: {{}}\nsecurity: [{used}]\ncomponents: {{ securitySchemes: {{ {schemes} }} }}\n";

        Assert.Equal(
            ["security-component renamed securitySchemes/ApiKey: api_key -> ApiKey"],
            BodyLines(Document("api_key: { type: apiKey, in: header, name: A }", "{ api_key: [] }"), Document("ApiKey: { type: apiKey, in: header, name: A }", "{ ApiKey: [] }")));
        Assert.Equal(
            ["security-component removed securitySchemes/a: a -> nothing", "security-component added securitySchemes/b: nothing -> b"],
            BodyLines(Document("a: { type: apiKey, in: header, name: A }", ""), Document("b: { type: http, scheme: basic }", "")));
    }

    [Theory]
    [InlineData("[{ url: 'https://a' }]", "[{ url: 'https://b' }]", "server changed : https://a -> https://b")]
    [InlineData("[{ url: 'https://a' }]", "[{ url: 'https://a/' }]")]
    [InlineData("[{ url: / }]", "[]")]
    [InlineData("[{ url: 'https://a' }]", "[{ url: 'https://a' }, { url: 'https://b' }]", "server added : nothing -> https://b")]
    [InlineData("[{ url: 'https://a' }, { url: 'https://b' }]", "[{ url: 'https://b' }]", "server removed : https://a -> nothing")]
    [InlineData("[{ url: 'https://a' }, { url: 'https://b' }]", "[{ url: 'https://b' }, { url: 'https://a' }]", "default-server changed : https://a -> https://b")]
    [InlineData(
        "[{ url: 'https://{r}.a', variables: { r: { default: x, enum: [x, y] } } }]", "[{ url: 'https://{r}.a', variables: { r: { default: y, enum: [y, z] } } }]",
        "server-variable-default changed https://{r}.a r: x -> y", "server-variable-value removed https://{r}.a r: x -> nothing", "server-variable-value added https://{r}.a r: nothing -> z")]
    [InlineData(
        "[{ url: 'https://{r}.a', variables: { r: { default: x } } }]", "[{ url: 'https://{s}.a', variables: { s: { default: x } } }]",
        "server-variable renamed https://{s}.a: r -> s")]
    [InlineData(
        "[{ url: 'https://{r}.{t}.a', variables: { r: { default: x }, t: { default: x } } }]", "[{ url: 'https://{r}.{s}.a', variables: { r: { default: x }, s: { default: y } } }]",
        "server-variable renamed https://{r}.{s}.a: t -> s", "server-variable-default changed https://{r}.{s}.a s: x -> y")]
    public void Servers_are_compared(string old, string current, params string[] expected) => Assert.Equal(expected, BodyLines($"paths: {{}}\nservers: {old}\n", $"paths: {{}}\nservers: {current}\n"));

    [Fact]
    public void The_servers_of_an_operation_replace_those_of_the_document()
    {
        static string Document(string servers) => $"servers: [{{ url: 'https://a' }}]\npaths: {{ /pets: {{ get: {{ {servers}responses: {{ '204': {{ description: d }} }} }} }} }}\n";

        Assert.Equal(["server changed GET /pets: https://a -> https://b"], BodyLines(Document(""), Document("servers: [{ url: 'https://b' }], ")));
        Assert.Empty(BodyLines(Document(""), Document("servers: [{ url: 'https://a' }], ")));
    }

    private static string[] SecurityLines(string oldOfOperation, string newOfOperation, string oldOfDocument, string newOfDocument) => BodyLines(
        Schemes + oldOfDocument + $"paths: {{ /pets: {{ post: {{ {oldOfOperation}responses: {{ '204': {{ description: d }} }} }} }} }}\n",
        Schemes + newOfDocument + $"paths: {{ /pets: {{ post: {{ {newOfOperation}responses: {{ '204': {{ description: d }} }} }} }} }}\n");
}
