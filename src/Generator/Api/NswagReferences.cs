using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs;
using Newtonsoft.Json.Serialization;
using NJsonSchema;
using NJsonSchema.References;
using NSwag;

namespace Kiln.Generator.Api;

/// <summary>
/// Leads each reference of a document that NSwag has read to what it means in the end, past references to references. Examples and links, which nothing
/// asks for, keep theirs.
/// </summary>
internal sealed class NswagReferences(OpenApiDocument document, SpecDocument spec, JsonReferenceResolver resolver, IContractResolver contracts, CancellationToken cancellationToken)
{
    private readonly Dictionary<(string Path, Type Type), IJsonReference> targets = [];

    // What a reference leads to outside of the places that are walked anyway, under a key that OpenAPI does not know.
    private readonly Queue<IJsonReference> outside = new();

    public void Resolve()
    {
        // Of the components only those that are references themselves come first, for a path into one of them leads on from its target.
        var components = document.Components;
        foreach (var alias in components.Schemas.Values.Concat(components.Parameters.Values).Concat(components.Headers.Values))
            ToTarget(alias);
        foreach (var schema in components.Schemas.Values)
            Schema(schema);
        foreach (var parameter in components.Parameters.Values.Concat(components.Headers.Values))
            Parameter(parameter);
        foreach (var body in components.RequestBodies.Values)
            Body(body);
        foreach (var response in components.Responses.Values)
            Response(response);
        foreach (var callback in components.Callbacks.Values)
            Callback(callback);
        foreach (var path in document.Paths.Values)
            PathItem(path);

        while (outside.Count > 0)
            Any(outside.Dequeue());
    }

    private void PathItem(OpenApiPathItem item)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ToTarget(item);
        foreach (var parameter in item.Parameters ?? [])
            Parameter(parameter);
        foreach (var operation in item.Values)
            Operation(operation);
    }

    private void Operation(OpenApiOperation operation)
    {
        foreach (var parameter in operation.Parameters)
            Parameter(parameter);
        if (operation.RequestBody is { } body)
            Body(body);
        foreach (var response in operation.Responses.Values)
            Response(response);
        foreach (var callback in operation.Callbacks?.Values ?? [])
            Callback(callback);
    }

    private void Callback(OpenApiCallback callback)
    {
        ToTarget(callback);
        foreach (var path in callback.Values)
            PathItem(path);
    }

    private void Body(OpenApiRequestBody body)
    {
        ToTarget(body);
        Contents(body.Content);
    }

    private void Response(OpenApiResponse response)
    {
        ToTarget(response);
        Contents(response.Content);
        foreach (var header in response.Headers.Values)
            Parameter(header);
    }

    private void Contents(IDictionary<string, OpenApiMediaType> contents)
    {
        foreach (var content in contents.Values)
        {
            Schema(content.Schema);
            foreach (var header in content.Encoding?.Values.SelectMany(e => e.Headers?.Values ?? []) ?? [])
                Parameter(header);
        }
    }

    private void Parameter(OpenApiParameter parameter)
    {
        Schema(parameter);
        Schema(parameter.Schema);
        Schema(parameter.CustomSchema);
    }

    private void Schema(JsonSchema? schema)
    {
        if (schema is null)
            return;

        ToTarget(schema);
        Schema(schema.AdditionalItemsSchema);
        Schema(schema.AdditionalPropertiesSchema);
        Schema(schema.Item);
        Schema(schema.Not);
        Schema(schema.DictionaryKey);
        Schemas(schema.Items);
        Schemas(schema.AllOf);
        Schemas(schema.AnyOf);
        Schemas(schema.OneOf);
        if (schema.DiscriminatorObject is { } discriminator)
            Schemas(discriminator.Mapping.Values);
        foreach (var property in schema.Properties)
            Schema(property.Value);
        foreach (var property in schema.PatternProperties)
            Schema(property.Value);
        foreach (var definition in schema.Definitions)
            Schema(definition.Value);
    }

    private void Schemas(ICollection<JsonSchema> schemas)
    {
        if (schemas.Count == 0)
            return;
        foreach (var schema in schemas)
            Schema(schema);
    }

    private void Any(IJsonReference node)
    {
        switch (node)
        {
            case OpenApiParameter parameter:
                Parameter(parameter);
                break;
            case JsonSchema schema:
                Schema(schema);
                break;
            case OpenApiRequestBody body:
                Body(body);
                break;
            case OpenApiResponse response:
                Response(response);
                break;
            case OpenApiPathItem item:
                PathItem(item);
                break;
            case OpenApiCallback callback:
                Callback(callback);
                break;
        }
    }

    private void ToTarget(IJsonReference node)
    {
        if (node is not { ReferencePath: { } path, Reference: null })
            return;

        // The Specs stage has refused circles. Of a long chain each reference on the way gets the same end.
        List<(IJsonReference Node, string Path)> chain = [];
        var target = node;
        while (target is { ReferencePath: { } next, Reference: null })
        {
            chain.Add((target, next));
            target = Find(next, target.GetType());
        }
        target = target.Reference ?? target;
        foreach (var (reference, _) in chain)
            reference.Reference = target;
    }

    private IJsonReference Find(string path, Type type)
    {
        if (targets.TryGetValue((path, type), out var known))
            return known;

        cancellationToken.ThrowIfCancellationRequested();
        var target = Resolve(path, type);
        targets.Add((path, type), target);
        if (!path.StartsWith("#/components/", StringComparison.Ordinal) && !path.StartsWith("#/paths/", StringComparison.Ordinal))
            outside.Enqueue(target);
        return target;
    }

    private IJsonReference Resolve(string path, Type type)
    {
        try
        {
            return resolver.ResolveDocumentReference(document, path, type, contracts);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw new DocumentRefused(new(ApiRules.UnreadableDocument, NswagPlaces.OfReference(path, spec), exception.Message));
        }
    }
}
