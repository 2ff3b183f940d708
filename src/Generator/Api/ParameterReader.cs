using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs;
using NJsonSchema;
using NSwag;

namespace Kiln.Generator.Api;

/// <summary>Reads one parameter.</summary>
internal sealed class ParameterReader(SpecDocument spec, SchemaReader schemas, List<DiagnosticInfo> diagnostics)
{
    public Parameter Read(OpenApiParameter parameter, string pointer)
    {
        var location = parameter.Kind switch
        {
            OpenApiParameterKind.Path => ParameterLocation.Path,
            OpenApiParameterKind.Header => ParameterLocation.Header,
            _ => ParameterLocation.Query,
        };
        var said = parameter.Schema is null ? null : SchemaReader.Actual(parameter.Schema);
        var schema = parameter.Schema is null ? new AnySchema() : schemas.Read(parameter.Schema, pointer + "/schema").Schema;
        var style = StyleOf(parameter, location);
        if (Unsupported(parameter, said, pointer, location, style) is { } what)
        {
            diagnostics.Add(new(ApiRules.UnsupportedSerialization, spec.PlaceOf(pointer), parameter.Name, what));
            schema = new ScalarSchema("string", null);
        }

        else if (schema is ArraySchema { Items: var item } && Nested(item) is { } items)
        {
            diagnostics.Add(new(ApiRules.ItemsSentAsStrings, spec.PlaceOf(pointer), parameter.Name, items));
            schema = new ArraySchema(new ScalarSchema("string", null), ItemsAreNullable: false);
        }

        return new(
            parameter.Name,
            location,
            parameter.IsRequired || location == ParameterLocation.Path,
            schema,
            style ?? ParameterStyle.Form,
            parameter.Explode ?? style is ParameterStyle.Form,
            said?.Maximum is { } maximum and >= long.MinValue and <= long.MaxValue ? (long)maximum : null,
            DocText.Of(parameter.Description),
            Deprecation.Of(parameter.IsDeprecated, JsonPointer.Find(spec.Root, pointer), parameter.Description))
        {
            Default = FieldWords.At(spec.Root, spec.Root["openapi"] is null ? pointer : pointer + "/schema").Default(diagnostics),
            Wish = ChosenNames.Of(spec, pointer, diagnostics),
        };
    }

    // The defaults are those of OpenAPI 3.0.3, "Parameter Object": form in the query, simple in paths and headers.
    private static ParameterStyle? StyleOf(OpenApiParameter parameter, ParameterLocation location) => parameter.Style switch
    {
        OpenApiParameterStyle.Undefined => location is ParameterLocation.Path or ParameterLocation.Header ? ParameterStyle.Simple : ParameterStyle.Form,
        OpenApiParameterStyle.Simple => ParameterStyle.Simple,
        OpenApiParameterStyle.Form => ParameterStyle.Form,
        OpenApiParameterStyle.SpaceDelimeted => ParameterStyle.SpaceDelimited,
        OpenApiParameterStyle.PipeDelimited => ParameterStyle.PipeDelimited,
        _ => null,
    };

    private string? Unsupported(OpenApiParameter parameter, JsonSchema? said, string pointer, ParameterLocation location, ParameterStyle? style)
    {
        if (style is null)
            return $"the style '{parameter.Style}'";

        return said switch
        {
            null => "'content' instead of 'schema'",
            { Type: JsonObjectType.Object } => "an object as its value",
            not null when HasFields(said, pointer + "/schema") => "an object as its value",
            not null when IsOfSeveralKinds(said, pointer + "/schema") => "a union that includes objects or arrays as its value",
            { Item: not null } when location != ParameterLocation.Query => "an array outside the query",
            _ => null,
        };
    }

    // A choice of single values has a text, whichever of them it is.
    private bool IsOfSeveralKinds(JsonSchema schema, string pointer)
    {
        if (schema.Item is { } item)
            (schema, pointer) = (SchemaReader.Actual(item), SpecReferences.Follow(spec.Root, pointer) + "/items");
        return schema.OneOf.Count + schema.AnyOf.Count > 0 && new CaseShapes(spec.Root).Of(0, pointer) is var shapes
            && shapes.Any(s => s.Kind is JsonKind.List or JsonKind.Object) && shapes.Select(s => s.Kind).Distinct().Skip(1).Any();
    }

    private string? Nested(Schema item) => item switch
    {
        ArraySchema or TupleSchema => "arrays",
        ObjectSchema or MapSchema => "objects",
        ReferenceSchema { Pointer: var target } => NestedAt(target),
        _ => null,
    };

    // What is referred to may not have been read yet.
    private string? NestedAt(string pointer) => JsonPointer.Find(spec.Root, pointer) is SpecMap map
        ? map["type"].AsText() switch
        {
            "array" => "arrays",
            "object" => "objects",
            _ when map["properties"] is SpecMap { Entries.Count: > 0 } => "objects",
            _ => null,
        }
        : null;

    // Gathered as for a model, so that a parameter is an object here when it would be a class there.
    private bool HasFields(JsonSchema schema, string pointer)
    {
        var parts = new ObjectParts(schemas.Objects.Of(schema, pointer));
        return parts.Properties.Count > 0;
    }
}
