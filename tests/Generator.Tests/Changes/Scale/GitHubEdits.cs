using static Kiln.Generator.Tests.Changes.Scale.DocumentEdit;

namespace Kiln.Generator.Tests.Changes.Scale;

/// <summary>Sixty changes of GitHub's document, each of another kind or in another place, with the id and the subject of its finding.</summary>
internal static class GitHubEdits
{
    private const string Repository = "/repos/{owner}/{repo}";

    public static readonly IReadOnlyList<DocumentEdit> All =
    [
        .. Operations(),
        .. Parameters(),
        .. Requests(),
        .. Responses(),
        .. Schemas(),
        .. WholeDocument(),
    ];

    private static DocumentEdit[] Operations() =>
    [
        Of("operation-removed", $"DELETE {Repository}/keys/{{key_id}}", "", [], o => o.Remove()),
        Of("operation-added", $"GET {Repository}/transfer", "", [], o => o.Set(
            """{ "operationId": "repos/get-transfer", "parameters": [ { "$ref": "#/components/parameters/owner" }, { "$ref": "#/components/parameters/repo" } ], "responses": { "204": { "description": "None." } } }""")),
        Of("operation-id-renamed", "GET /gitignore/templates/{name}", "", ["operationId"], o => o.Set("\"gitignore/read-template\"")),
        new("operation-moved", $"GET {Repository}/import/large-files", root => new JsonPlace(root, ["paths", $"{Repository}/import/large_files"]).Rename($"{Repository}/import/large-files")),
        Of("deprecated-sunset-missing", $"GET {Repository}/stats/code_frequency", "", ["deprecated"], o => o.Set("true")),
        Of("reactivated", "GET /applications/grants", "", ["deprecated"], o => o.Remove()),
        Of("sunset-added", "GET /teams/{team_id}/projects", "", ["x-sunset"], o => o.Set("\"2099-01-01\"")),
        Of("tag-added", "GET /zen", "", ["tags"], o => o.Append("\"fun\"")),
        Of("paging-removed", $"GET {Repository}/forks", "", ["x-kiln-paging"], o => o.Set("false")),
        Of("link-added", $"POST {Repository}/autolinks", " 201 link Self", ["responses", "201", "links"], o => o.Set("""{ "Self": { "operationId": "repos/get-autolink" } }""")),
    ];

    private static DocumentEdit[] Parameters() =>
    [
        Of("parameter-added", "GET /feeds", " query compact", ["parameters"], p => p.Append("""{ "name": "compact", "in": "query", "schema": { "type": "boolean" } }""")),
        Of("parameter-added", "GET /emojis", " query set", ["parameters"], p => p.Append("""{ "name": "set", "in": "query", "required": true, "schema": { "type": "string" } }""")),
        OfQuery("parameter-removed", "GET /octocat", "s", [], p => p.Remove()),
        OfQuery("became-required", "GET /users/{username}/hovercard", "subject_type", ["required"], p => p.Set("true")),
        OfQuery("became-optional", "GET /orgs/{org}/packages", "package_type", ["required"], p => p.Set("false")),
        Of("parameter-renamed", $"GET {Repository}/deployments", " query environment_name", ["parameters", "environment", "name"], p => p.Set("\"environment_name\"")),
        new("path-parameter-renamed", "GET /licenses/{key} path key", root =>
        {
            new JsonPlace(root, ["paths", "/licenses/{license}", "get", "parameters", "license", "name"]).Set("\"key\"");
            new JsonPlace(root, ["paths", "/licenses/{license}"]).Rename("/licenses/{key}");
        }),
        Of("parameter-location-changed", $"GET {Repository}/contributors", " header anon", ["parameters", "anon", "in"], p => p.Set("\"header\"")),
        OfQuery("parameter-style-changed", "GET /user/migrations/{migration_id}", "exclude", ["explode"], p => p.Set("false")),
        OfQuery("default-changed", "GET /user/repos", "sort", ["schema", "default"], p => p.Set("\"created\"")),
        OfQuery("default-removed", "GET /orgs/{org}/members", "role", ["schema", "default"], p => p.Remove()),
        OfQuery("enum-value-removed", "GET /search/commits", "sort", ["schema", "enum"], p => p.RemoveText("committer-date")),
        OfQuery("enum-value-added", "GET /search/users", "sort", ["schema", "enum"], p => p.Append("\"stars\"")),
        OfQuery("max-set", "GET /search/labels", "repository_id", ["schema", "maximum"], p => p.Set("1000000")),
        OfQuery("type-widened", $"GET {Repository}/commits/{{ref}}/check-suites", "app_id", ["schema", "type"], p => p.Set("\"number\"")),
        OfQuery("max-length-set", "GET /search/code", "q", ["schema", "maxLength"], p => p.Set("256")),
        OfQuery("pattern-added", "GET /search/topics", "q", ["schema", "pattern"], p => p.Set("\"^[a-z]+$\"")),
    ];

    private static DocumentEdit[] Requests() =>
    [
        Of("request-body-added", $"POST {Repository}/pages/builds", " request", ["requestBody"], b => b.Set(
            """{ "content": { "application/json": { "schema": { "type": "object", "properties": { "force": { "type": "boolean" } } } } } }""")),
        Of("request-body-removed", $"POST {Repository}/forks", " request", ["requestBody"], b => b.Remove()),
        Of("request-body-became-required", "PUT /notifications", " request", ["requestBody", "required"], b => b.Set("true")),
        Of("request-body-became-optional", $"POST {Repository}/labels", " request", ["requestBody", "required"], b => b.Remove()),
        Of("media-type-removed", "POST /markdown/raw", " request", ["requestBody", "content", "text/x-markdown"], b => b.Remove()),
        OfRequest("property-added", $"POST {Repository}/milestones", ".goal", ["properties", "goal"], p => p.Set("""{ "type": "integer" }""")),
        OfRequest("property-removed", $"POST {Repository}/transfer", ".team_ids", ["properties", "team_ids"], p => p.Remove()),
        OfRequest("became-required", $"POST {Repository}/keys", ".title", ["required"], r => r.Append("\"title\"")),
        OfRequest("became-optional", $"POST {Repository}/autolinks", ".url_template", ["required"], r => r.RemoveText("url_template")),
        OfRequest("max-items-set", $"PUT {Repository}/topics", ".names", ["properties", "names", "maxItems"], p => p.Set("20")),
        OfRequest("pattern-removed", "POST /user/keys", ".key", ["properties", "key", "pattern"], p => p.Remove()),
        OfRequest("enum-value-removed", $"POST {Repository}/git/tags", ".type", ["properties", "type", "enum"], e => e.RemoveText("blob")),
        OfRequest("additional-properties-removed", $"POST {Repository}/merge-upstream", "", ["additionalProperties"], p => p.Set("false")),
    ];

    private static DocumentEdit[] Responses() =>
    [
        Of("response-added", "GET /zen", " 503", ["responses", "503"], r => r.Set("""{ "description": "Later." }""")),
        Of("response-removed", $"POST {Repository}/merge-upstream", " 409", ["responses", "409"], r => r.Remove()),
        Of("response-header-removed", "GET /rate_limit", " 200 header X-RateLimit-Reset", ["responses", "200", "headers", "X-RateLimit-Reset"], h => h.Remove()),
        Of("response-header-added", "GET /emojis", " 200 header X-Cache", ["responses", "200", "headers"], h => h.Set("""{ "X-Cache": { "schema": { "type": "string" } } }""")),
        Of("media-type-added", "GET /feeds", " 200", ["responses", "200", "content", "application/atom+xml"], m => m.Set("""{ "schema": { "type": "string" } }""")),
        Of("security-required", "GET /user/issues", "", ["security"], s => s.Set("""[ { "token": [] } ]""")),
    ];

    private static DocumentEdit[] Schemas() =>
    [
        OfSchema("property-added", "pull-request-merge-result", ".merged_by", ["properties", "merged_by"], p => p.Set("""{ "type": "string" }""")),
        new("property-removed", "referrer-traffic.uniques", root =>
        {
            new JsonPlace(root, ["components", "schemas", "referrer-traffic", "properties", "uniques"]).Remove();
            new JsonPlace(root, ["components", "schemas", "referrer-traffic", "required"]).RemoveText("uniques");
        }),
        OfSchema("became-optional", "key-simple", ".key", ["required"], r => r.RemoveText("key")),
        OfSchema("became-nullable", "deploy-key", ".title", ["properties", "title", "nullable"], p => p.Set("true")),
        OfSchema("became-not-nullable", "check-annotation", ".title", ["properties", "title", "nullable"], p => p.Remove()),
        OfSchema("type-changed", "blob", ".size", ["properties", "size", "type"], p => p.Set("\"string\"")),
        OfSchema("format-narrowed", "commit-activity", ".week", ["properties", "week", "format"], p => p.Set("\"int64\"")),
        OfSchema("enum-value-added", "merged-upstream", ".merge_type", ["properties", "merge_type", "enum"], e => e.Append("\"rebase\"")),
        OfSchema("enum-value-removed", "commit-comparison", ".status", ["properties", "status", "enum"], e => e.RemoveText("identical")),
        OfSchema("one-of-added", "deployment", ".payload", ["properties", "payload", "oneOf"], o => o.Append("""{ "type": "array", "items": { "type": "string" } }""")),
        new("schema-renamed", "clone-statistics", root =>
        {
            new JsonPlace(root, ["components", "schemas", "clone-traffic"]).Rename("clone-statistics");
            new JsonPlace(root, ["paths", $"{Repository}/traffic/clones", "get", "responses", "200", "content", "application/json", "schema", "$ref"]).Set("\"#/components/schemas/clone-statistics\"");
        }),
    ];

    private static DocumentEdit[] WholeDocument() =>
    [
        new("version-increased", "info", root => new JsonPlace(root, ["info", "version"]).Set("\"1.2.0\"")),
        new("server-added", "", root => new JsonPlace(root, ["servers"]).Append("""{ "url": "https://eu.api.github.com" }""")),
        new("security-scheme-added", "securitySchemes/token", root => new JsonPlace(root, ["components", "securitySchemes"]).Set("""{ "token": { "type": "http", "scheme": "bearer" } }""")),
    ];
}
