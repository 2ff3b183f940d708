using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api.Operations.Streams;

/// <summary>Reads <c>x-kiln-stream</c> of an operation or of a response's media type: an object that describes the stream, or <c>false</c> for a body that is none.</summary>
internal sealed class StreamExtension(DocumentNodes document, List<DiagnosticInfo> diagnostics)
{
    private const string SwaggerSchemas = "#/definitions/";

    private static readonly string[] EventKeys = ["endMarkers", "errorEvents", "wholeEvent"];

    private static readonly string[] Keys = ["endMarkers", "error", "errorEvents", "flag", "format", "item", "result", "wholeEvent"];

    /// <summary>What it says; <see langword="null"/> if there is none, or, with a diagnostic, one that is wrong.</summary>
    public StreamDescription? Read(PointedNode? owner)
    {
        switch (owner?[StreamKeys.Extension])
        {
            case null or SpecScalar { Kind: ScalarKind.Null }:
                return null;
            case SpecScalar { Kind: ScalarKind.Boolean, Text: "false" }:
                return new(IsOff: true);
            case SpecMap map:
                var before = diagnostics.Count;
                var description = Read(map, (SpecMap)owner.Value.Node);
                return diagnostics.Count == before ? description : null;
            case var other:
                return Wrong<StreamDescription>(other, "it must be an object such as { format: lines }, or false");
        }
    }

    private StreamDescription Read(SpecMap map, SpecMap owner)
    {
        foreach (var entry in map.Entries.Where(e => !Keys.Contains(e.Key)))
            Wrong<object>(entry.Value, $"'{entry.Key}' is not one of its keys ({string.Join(", ", Keys)})");
        var format = Format(map["format"]);
        foreach (var key in EventKeys)
        {
            if (map[key] is { } value && format is not (null or ItemFormat.Events))
                Wrong<object>(value, $"'{key}' is for 'format: events' only");
        }
        return new(IsOff: false)
        {
            // What only events have says that these are events, whatever the media type is.
            Format = format ?? (EventKeys.Any(key => map[key] is not null) ? ItemFormat.Events : null),
            Item = Item(map[StreamKeys.Item], StreamKeys.ItemOf(owner)),
            IsWholeEvent = Boolean(map["wholeEvent"], "wholeEvent"),
            EndMarkers = Texts(map["endMarkers"], "endMarkers", "['[DONE]']"),
            ErrorEvents = Texts(map["errorEvents"], "errorEvents", "[error]"),
            Result = Property(map["result"], "result"),
            Error = Property(map["error"], "error"),
            Flag = Flag(map["flag"]),
            HasNoFlag = map["flag"] is SpecScalar { Kind: ScalarKind.Boolean, Text: "false" },
        };
    }

    private ItemFormat? Format(SpecNode? node) => node.AsText() switch
    {
        "events" => ItemFormat.Events,
        "lines" => ItemFormat.Lines,
        "sequence" => ItemFormat.Sequence,
        "array" => ItemFormat.Array,
        _ => node is null ? null : WrongFormat(node),
    };

    private ItemFormat? WrongFormat(SpecNode node)
    {
        Wrong<object>(node, "'format' must be events, lines, sequence or array");
        return null;
    }

    private SchemaUse? Item(SpecNode? node, string? reference)
    {
        if (node is null)
            return null;
        if (reference?.StartsWith(SwaggerSchemas, StringComparison.Ordinal) == true)
            reference = "#/components/schemas/" + reference.Substring(SwaggerSchemas.Length);
        if (reference is not null && document.Resolve(reference) is { Node: SpecMap } target && SchemaNames.IsComponent(target.Pointer))
            return new(new ReferenceSchema(document.Schema(target).Actual.Pointer), document.Schema(target).AllowsNull);
        Wrong<object>(node, "'item' must be a reference to a schema in 'components', such as '#/components/schemas/Event'");
        return null;
    }

    private bool? Boolean(SpecNode? node, string key)
    {
        if (node is SpecScalar { Kind: ScalarKind.Boolean } scalar)
            return scalar.Text == "true";
        if (node is not null)
            Wrong<object>(node, $"'{key}' must be true or false");
        return null;
    }

    private EquatableArray<string>? Texts(SpecNode? node, string key, string example)
    {
        if (node is SpecList list && list.Items.All(i => i is SpecScalar { Kind: ScalarKind.String }))
            return list.Texts().ToEquatableArray();
        if (node is not null)
            Wrong<object>(node, $"'{key}' must be an array of strings, such as {example}");
        return null;
    }

    private string? Property(SpecNode? node, string key)
    {
        if (node is null)
            return null;
        if (node.AsText() is { Length: > 1 } pointer && pointer[0] == '/' && JsonPointer.Parse(pointer) is [{ Length: > 0 } property])
            return property;
        return Wrong<string>(node, $"'{key}' must be a JSON pointer to a property of each item, such as /{key}");
    }

    private StreamFlag? Flag(SpecNode? node)
    {
        switch (node)
        {
            case null or SpecScalar { Kind: ScalarKind.Boolean, Text: "false" }:
                return null;
            case SpecMap map when map.Entries.All(e => e.Key is "property" or "parameter" or "value") && (map["property"] is null) != (map["parameter"] is null):
                var isInBody = map["property"] is not null;
                if ((map["property"] ?? map["parameter"]).AsText() is not { Length: > 0 } name)
                    return Wrong<StreamFlag>(map, "the property or parameter of 'flag' must be a name");
                return map["value"] switch
                {
                    null => new(isInBody ? PointerOf(name) : name, isInBody, "true", IsString: false),
                    SpecScalar { Kind: not ScalarKind.Null } value => new(isInBody ? PointerOf(name) : name, isInBody, value.Text, value.Kind == ScalarKind.String),
                    var other => Wrong<StreamFlag>(other, "'value' must be a boolean, a number or a string"),
                };
            default:
                return Wrong<StreamFlag>(node, "'flag' must be an object such as { property: stream, value: true } or { parameter: watch }, or false");
        }
    }

    // A name, or a pointer already.
    private static string PointerOf(string property) => property[0] == '/' ? property : "/" + JsonPointer.Escape(property);

    private T? Wrong<T>(SpecNode node, string message)
        where T : class
    {
        diagnostics.Add(new(ApiRules.InvalidStream, node.Location, message));
        return null;
    }
}
