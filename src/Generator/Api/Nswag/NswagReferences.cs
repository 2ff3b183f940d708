using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs;
using Kiln.Generator.Specs.Tree;
using NJsonSchema;
using NJsonSchema.References;
using NSwag;
using Newtonsoft.Json.Serialization;

namespace Kiln.Generator.Api.Nswag;

/// <summary>
/// Resolves the references of a skeleton that NSwag has read to the node at their end, past references to references. NSwag's own way walks all properties of
/// all objects by reflection; this one knows where references are.
/// </summary>
internal sealed class NswagReferences(OpenApiDocument document, SpecDocument spec, JsonReferenceResolver resolver, IContractResolver contracts, CancellationToken cancellationToken)
{
    private readonly Dictionary<(string Path, Type Type), IJsonReference> targets = [];

    public void Resolve()
    {
        // Components that are references themselves come first, for a path into one of them leads on from its target.
        var components = document.Components;
        foreach (var alias in components.Parameters.Values.Concat(components.Headers.Values))
            Resolve(alias);
        foreach (var body in components.RequestBodies.Values)
            Resolve(body);
        foreach (var response in components.Responses.Values)
            Response(response);
        foreach (var path in document.Paths.Values)
            PathItem(path);
    }

    private void PathItem(OpenApiPathItem item)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Resolve(item);
        foreach (var parameter in item.Parameters ?? [])
            Resolve(parameter);
        foreach (var operation in item.Values)
            Operation(operation);
    }

    private void Operation(OpenApiOperation operation)
    {
        foreach (var parameter in operation.Parameters)
            Resolve(parameter);
        if (operation.RequestBody is { } body)
            Resolve(body);
        foreach (var response in operation.Responses.Values)
            Response(response);
    }

    private void Response(OpenApiResponse response)
    {
        Resolve(response);
        foreach (var header in response.Headers.Values)
            Resolve(header);
    }

    private void Resolve(IJsonReference node)
    {
        if (node is not { ReferencePath: { } path, Reference: null })
            return;

        // The Specs stage has refused circles. Of a long chain each reference on the way gets the same end.
        List<IJsonReference> chain = [];
        var target = node;
        while (target is { ReferencePath: { } next, Reference: null })
        {
            chain.Add(target);
            target = Find(next, target.GetType());
        }
        target = target.Reference ?? target;
        foreach (var reference in chain)
            reference.Reference = target;
    }

    private IJsonReference Find(string path, Type type)
    {
        if (targets.TryGetValue((path, type), out var known))
            return known;

        cancellationToken.ThrowIfCancellationRequested();
        var target = ResolvePath(path, type);
        targets.Add((path, type), target);
        return target;
    }

    private IJsonReference ResolvePath(string path, Type type)
    {
        try
        {
            return resolver.ResolveDocumentReference(document, path, type, contracts);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw new NswagLoadException(new(ApiRules.UnreadableDocument, LocationOf(spec.Root, path) ?? spec.Root.Location, exception.Message));
        }
    }

    /// <summary>The location of the first reference with a text.</summary>
    private static SourceLocation? LocationOf(SpecNode node, string reference) => node switch
    {
        SpecMap map when map[SpecReference.Key] is { } value && value.AsText() == reference => value.Location,
        SpecMap map => map.Entries.Select(e => LocationOf(e.Value, reference)).FirstOrDefault(l => l is not null),
        SpecList list => list.Items.Select(i => LocationOf(i, reference)).FirstOrDefault(l => l is not null),
        _ => null,
    };
}
