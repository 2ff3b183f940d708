using System.Net;
using System.Text.Json.Nodes;
using Kiln.Generator.Api.Model;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;
using Kiln.Tool.Observing.Validation;

namespace Kiln.Tool.Observing.Corrections;

/// <summary>Adds responses, bodies and parameters that an operation does not document.</summary>
internal sealed class ResponseCorrections(WrittenDocument written)
{
    private bool IsSwagger => written.Version == SpecVersion.Swagger20;

    /// <summary>Adds a response to an operation.</summary>
    public void AddStatus(ObjectCorrection operation, Observed observed)
    {
        var parts = observed.Detail.Split(' ', 2);
        var response = Child(Child(operation.Update, "responses"), parts[0]);
        response["description"] = DescriptionOf(parts[0]);
        if (parts.Length < 2)
            return;
        if (IsSwagger)
        {
            response["schema"] = SchemaOf(parts[1], observed);
            AddProduced(operation, "produces", parts[1]);
        }
        else
        {
            AddContent(response, parts[1], observed);
        }
    }

    /// <summary>Adds a media type to a response or to the body of a request.</summary>
    public void AddMediaType(ObjectCorrection body, Observed observed)
    {
        if (!IsSwagger)
        {
            AddContent(body.Update, observed.Detail, observed);
            return;
        }
        // In OpenAPI 2.0 the operation has the media types, and one schema is that of all.
        if (JsonPointer.Parse(observed.Pointer) is not ["paths", var path, var method, var part, ..] || written.Find($"/paths/{JsonPointer.Escape(path)}/{method}") is not { } operation)
            return;
        operation.Because($"media-type: {observed.Detail}");
        AddProduced(operation, part == "requestBody" ? "consumes" : "produces", observed.Detail);
        if (part == "responses" && body.Node["schema"] is null)
            body.Update["schema"] = SchemaOf(observed.Detail, observed);
    }

    /// <summary>Adds a query parameter to an operation.</summary>
    public void AddParameter(ObjectCorrection operation, Observed observed)
    {
        var parameter = new JsonObject { ["name"] = observed.Detail, ["in"] = "query" };
        if (IsSwagger)
            parameter["type"] = "string";
        else
            parameter["schema"] = new JsonObject { ["type"] = "string" };
        operation.Append("parameters", parameter);
    }

    // Those of the operation replace those of the document.
    private void AddProduced(ObjectCorrection operation, string key, string mediaType)
    {
        if (operation.Node[key] is null)
        {
            foreach (var common in written.Root[key].Texts())
                operation.Append(key, common);
        }
        operation.Append(key, mediaType);
    }

    private void AddContent(JsonObject owner, string mediaType, Observed observed)
    {
        var content = Child(Child(owner, "content"), mediaType);
        if (SchemaOf(mediaType, observed) is { Count: > 0 } schema)
            content["schema"] = schema;
    }

    private JsonObject SchemaOf(string mediaType, Observed observed)
    {
        if (BodyJson.IsJson(mediaType))
            return observed.Schema.ToSchema(written.Version);
        var isText = MediaTypes.KindOf(mediaType) == BodyKind.Text;
        return IsSwagger && !isText ? new() { ["type"] = "file" }
            : isText ? new() { ["type"] = "string" }
            : written.Version == SpecVersion.OpenApi30 ? new() { ["type"] = "string", ["format"] = "binary" } : [];
    }

    private static string DescriptionOf(string status) =>
        int.TryParse(status, out var code) && Enum.IsDefined((HttpStatusCode)code)
            ? string.Concat($"{(HttpStatusCode)code}".Select((c, i) => i > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{c}")) + "."
            : $"Status {status}.";

    private static JsonObject Child(JsonObject owner, string key)
    {
        if (owner[key] is not JsonObject child)
            owner[key] = child = [];
        return child;
    }
}
