using System.Text.Json.Nodes;

namespace Kiln.Generator.Tests.Changes.Scale;

/// <summary>An edit of a document, and the only finding that it must give.</summary>
/// <param name="Id">The rule.</param>
/// <param name="Subject">What the finding is about.</param>
/// <param name="Apply">Makes the edit.</param>
internal sealed record DocumentEdit(string Id, string Subject, Action<JsonNode> Apply)
{
    /// <summary>An edit of an operation, which is written as <c>GET /pets</c>, or of something in it.</summary>
    public static DocumentEdit Of(string id, string operation, string rest, string[] keys, Action<JsonPlace> apply) => new(id, operation + rest, root =>
    {
        var words = operation.Split(' ');
        apply(new(root, ["paths", words[1], words[0].ToLowerInvariant(), .. keys]));
    });

    /// <summary>An edit of a parameter of a query.</summary>
    public static DocumentEdit OfQuery(string id, string operation, string name, string[] keys, Action<JsonPlace> apply) =>
        Of(id, operation, $" query {name}", ["parameters", name, .. keys], apply);

    /// <summary>An edit of the schema of a request.</summary>
    public static DocumentEdit OfRequest(string id, string operation, string path, string[] keys, Action<JsonPlace> apply) =>
        Of(id, operation, path.Length == 0 ? " request" : $" request {path}", ["requestBody", "content", "application/json", "schema", .. keys], apply);

    /// <summary>An edit of a component, or of something in it.</summary>
    public static DocumentEdit OfSchema(string id, string schema, string path, string[] keys, Action<JsonPlace> apply) =>
        new(id, schema + path, root => apply(new(root, ["components", "schemas", schema, .. keys])));
}
