using Kiln.Generator.Api.Model;

namespace Kiln.Generator.Shapes.Types;

/// <summary>The names that a document chooses for types, headers and exceptions: whatever else is named before them must leave them alone.</summary>
internal static class ChosenTypeNames
{
    /// <summary>All of them, some more than once.</summary>
    public static IReadOnlyList<string> Of(ApiModel api)
    {
        List<string> names = [];
        foreach (var schema in api.Schemas)
            Add(schema.Schema, names);
        foreach (var operation in api.Operations)
        {
            Add(operation.ResultNameOverride, names);
            foreach (var parameter in operation.Parameters)
                Add(parameter.Schema, names);
            foreach (var content in operation.Body?.Contents ?? [])
                Add(content.Schema, names);
            foreach (var response in operation.Responses)
            {
                Add(response.ExceptionNameOverride, names);
                Add(response.HeadersNameOverride, names);
                foreach (var content in response.Contents)
                    Add(content.Schema, names);
                foreach (var header in response.Headers)
                    Add(header.Schema, names);
            }
        }
        return names;
    }

    private static void Add(Schema? schema, List<string> names)
    {
        Add(schema?.NameOverride, names);
        switch (schema)
        {
            case ArraySchema array:
                Add(array.Items, names);
                break;
            case TupleSchema tuple:
                foreach (var element in tuple.Elements)
                    Add(element.Schema, names);
                break;
            case DictionarySchema map:
                Add(map.Values, names);
                break;
            case UnionSchema union:
                foreach (var @case in union.Cases)
                    Add(@case.Schema, names);
                break;
            case ObjectSchema @object:
                foreach (var property in @object.Properties)
                    Add(property.Schema, names);
                Add(@object.AdditionalProperties?.Values, names);
                break;
        }
    }

    private static void Add(string? name, List<string> names)
    {
        if (name is not null)
            names.Add(name);
    }
}
