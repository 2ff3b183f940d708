using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Api.Schemas.Values;
using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api.Operations;

/// <summary>Reads <c>x-kiln-paging</c> and checks it against the operation: a contract that names what is not there is an error in the document.</summary>
internal sealed class PagingReader(DocumentNodes document, EquatableArray<NamedSchema> named, List<DiagnosticInfo> diagnostics)
{
    private static readonly HashSet<string> Keys = new(StringComparer.Ordinal)
    {
        "cursor", "nextCursor", "items", "total", "endCursors", "firstPageOnly", "pageSize", "countOnly",
    };

    private readonly Dictionary<string, NamedSchema> schemas = named.ToDictionary(n => n.Pointer, StringComparer.Ordinal);

    /// <summary>The operation with its paging contract, if it has one that fits.</summary>
    public Operation WithPaging(Operation operation)
    {
        if (document.PathItem(operation.Path)?.Child(operation.Method.ToLowerInvariant())?["x-kiln-paging"] is not { } node)
            return operation;

        var before = diagnostics.Count;
        var paging = node is SpecMap map ? Read(map, operation) : Wrong<Paging>(node, "it must be an object");
        return diagnostics.Count == before ? operation with { Paging = paging } : operation;
    }

    private Paging? Read(SpecMap map, Operation operation)
    {
        foreach (var entry in map.Entries.Where(e => !Keys.Contains(e.Key)))
            diagnostics.Add(new(ApiRules.InvalidPaging, entry.KeyLocation, $"'{entry.Key}' is not one of its keys ({string.Join(", ", Keys.OrderBy(k => k, StringComparer.Ordinal))})"));

        if (operation.SuccessContent is not { Schema: { } body } content || MediaTypes.KindOf(content.MediaType) != BodyKind.Json)
            return Wrong<Paging>(map, "the operation has no response with a JSON body");

        var items = Field(map, "items", body, isNeeded: true, s => s is ArraySchema, "an array");
        var next = Field(map, "nextCursor", body, isNeeded: true, IsPlainString, "a string without a format such as date-time");
        var total = Field(map, "total", body, isNeeded: false, s => s is ScalarSchema { Type: "integer" }, "an integer");
        var cursor = QueryParameter(map, "cursor", operation, isNeeded: true, IsPlainString, "a string without a format such as date-time");
        var pageSize = QueryParameter(map, "pageSize", operation, isNeeded: false, s => s is ScalarSchema { Type: "integer" }, "an integer");
        var countOnly = QueryParameter(map, "countOnly", operation, isNeeded: false, s => s is ScalarSchema { Type: "boolean" }, "a boolean");
        if (pageSize is { Maximum: null })
            Wrong<object>(map["pageSize"]!, $"the parameter '{pageSize.WireName}' has no 'maximum' to send");
        if (countOnly is not null && total is null)
            Wrong<object>(map["countOnly"]!, "'countOnly' requires 'total', the property that contains the count");

        if (cursor is null || next is null || items is null)
            return null;

        return new(
            cursor.WireName,
            next,
            items,
            total,
            Texts(map, "endCursors"),
            Texts(map, "firstPageOnly").Where(name => HasParameter(map["firstPageOnly"]!, name, operation)).ToEquatableArray(),
            pageSize?.WireName,
            countOnly?.WireName);
    }

    private FieldPath? Field(SpecMap map, string key, Schema body, bool isNeeded, Func<Schema, bool> fits, string what)
    {
        switch (map[key])
        {
            case null when isNeeded:
                return Wrong<FieldPath>(map, $"'{key}' is missing");
            case null:
                return null;
            case SpecScalar { Kind: ScalarKind.String, Text: ['/', ..] } pointer:
                var steps = JsonPointer.Parse(pointer.Text).ToEquatableArray();
                var schema = body;
                foreach (var step in steps)
                {
                    var property = (Actual(schema) as ObjectSchema)?.Properties.Items.FirstOrDefault(p => p.WireName == step);
                    if (property is null)
                        return Wrong<FieldPath>(pointer, $"the response body has no property '{pointer.Text}'");
                    schema = property.Schema;
                }
                return fits(Actual(schema)) ? new(pointer.Text, steps) : Wrong<FieldPath>(pointer, $"the property '{pointer.Text}' must be {what}");
            case var other:
                return Wrong<FieldPath>(other, $"'{key}' must be a JSON pointer into the response body, such as /data");
        }
    }

    private Parameter? QueryParameter(SpecMap map, string key, Operation operation, bool isNeeded, Func<Schema, bool> fits, string what)
    {
        switch (map[key])
        {
            case null:
                return isNeeded ? Wrong<Parameter>(map, $"'{key}' is missing") : null;
            case SpecScalar { Kind: ScalarKind.String } name when Find(operation, name.Text) is { } parameter:
                return fits(Actual(parameter.Schema)) ? parameter : Wrong<Parameter>(name, $"the parameter '{name.Text}' must be {what}");
            case SpecScalar { Kind: ScalarKind.String } name:
                return Wrong<Parameter>(name, $"the operation has no query parameter '{name.Text}'");
            case var other:
                return Wrong<Parameter>(other, $"'{key}' must be the name of a query parameter");
        }
    }

    // A cursor is sent as it was received.
    private static bool IsPlainString(Schema schema) => schema is ScalarSchema { Type: "string", Format: var format } && !ConvertedFormats.Contains(format);

    private bool HasParameter(SpecNode node, string name, Operation operation) =>
        Find(operation, name) is not null || Wrong<object>(node, $"the operation has no query parameter '{name}'") is not null;

    private static Parameter? Find(Operation operation, string name) =>
        operation.Parameters.Items.FirstOrDefault(p => p.In == ParameterLocation.Query && p.WireName == name);

    private EquatableArray<string> Texts(SpecMap map, string key)
    {
        switch (map[key])
        {
            case null:
                return [];
            case SpecList list when list.Items.All(i => i is SpecScalar { Kind: ScalarKind.String }):
                return list.Items.Select(i => ((SpecScalar)i).Text).ToEquatableArray();
            case var other:
                Wrong<object>(other, $"'{key}' must be an array of strings");
                return [];
        }
    }

    private Schema Actual(Schema schema)
    {
        for (var i = 0; i <= schemas.Count && schema is ReferenceSchema reference; i++)
            schema = schemas[reference.Pointer].Schema;
        return schema;
    }

    private T? Wrong<T>(SpecNode node, string message)
        where T : class
    {
        diagnostics.Add(new(ApiRules.InvalidPaging, node.Location, message));
        return null;
    }
}
