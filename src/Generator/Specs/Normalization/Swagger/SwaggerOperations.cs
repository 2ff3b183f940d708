using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Normalization.Swagger;

/// <summary>Converts path items: in 2.0 the body and the form fields are parameters, of an operation or of all operations of a path.</summary>
/// <param name="root">The document, still in the structure of 2.0, whose references already have the form of 3.0.</param>
/// <param name="bodies">Converts the bodies.</param>
internal sealed class SwaggerOperations(SpecMap root, SwaggerBodies bodies)
{
    public SpecNode Convert(SpecNode paths) =>
        paths is SpecMap map ? map.WithValues(e => e.Value is SpecMap item && !SpecGrammar.IsExtension(e.Key) ? ConvertPathItem(item) : e.Value) : paths;

    private SpecMap ConvertPathItem(SpecMap item)
    {
        var shared = Partition(item["parameters"]);
        return item.WithValues(e => e.Key switch
        {
            "parameters" when e.Value is SpecList list => new SpecList(list.Span, shared.Converted),
            _ when e.Value is SpecMap operation && SpecGrammar.Methods.Contains(e.Key) => ConvertOperation(operation, shared),
            _ => e.Value,
        });
    }

    private SpecMap ConvertOperation(SpecMap operation, Parameters shared)
    {
        var own = Partition(operation["parameters"]);
        var converted = SwaggerServers.Convert(operation, root).Without(e => e.Key is "consumes" or "produces" or "schemes");
        if (operation["parameters"] is SpecList list)
            converted = converted.With("parameters", new SpecList(list.Span, own.Converted));

        var fields = shared.FormFields.Concat(own.FormFields).ToList();
        if (converted["requestBody"] is null && (own.Body ?? shared.Body) is { } body)
            converted = converted.With("requestBody", ConvertBody(body, operation));
        else if (converted["requestBody"] is null && fields.Count > 0)
            converted = converted.With("requestBody", bodies.ConvertForm(fields, operation));

        return operation["responses"] is SpecMap responses
            ? converted.With("responses", responses.WithValues(r => r.Value is SpecMap response ? ConvertResponse(response, operation) : r.Value))
            : converted;
    }

    // A shared body has the document's media types, so an operation that lists its own gets a copy.
    private SpecMap ConvertBody(SpecMap body, SpecMap operation) => (Target(body), operation["consumes"]) switch
    {
        ({ } target, not null) => bodies.ConvertBody(target, bodies.Consumed(operation)),
        ({ }, null) => body,
        _ => bodies.ConvertBody(body, bodies.Consumed(operation)),
    };

    private SpecMap ConvertResponse(SpecMap response, SpecMap operation) => (Target(response), operation["produces"]) switch
    {
        ({ } target, not null) when target["schema"] is not null => bodies.ConvertResponse(target, bodies.Produced(operation)),
        ({ }, _) => response,
        _ => bodies.ConvertResponse(response, bodies.Produced(operation)),
    };

    private Parameters Partition(SpecNode? list)
    {
        var parameters = new Parameters([], [], null);
        foreach (var parameter in (list as SpecList)?.Items.OfType<SpecMap>() ?? [])
        {
            var target = Target(parameter) ?? parameter;
            if (SwaggerParameters.IsBody(target))
                parameters = parameters with { Body = parameter };
            else if (SwaggerParameters.IsFormField(target))
                parameters.FormFields.Add(target);
            else
                parameters.Converted.Add(SwaggerParameters.Convert(parameter));
        }
        return parameters;
    }

    /// <summary>The shared parameter or response that a node refers to; <see langword="null"/> if it is no such reference.</summary>
    private SpecMap? Target(SpecMap node)
    {
        if (node[SpecReference.Key].AsText() is not { } reference || !SpecReference.IsLocalPointer(reference))
            return null;

        // The references already have the form of 3.0, and the targets are still where 2.0 has them.
        var name = JsonPointer.Parse(Uri.UnescapeDataString(reference.Substring(1))) is ["components", _, var last] ? last : "";
        var section = reference.StartsWith("#/components/responses/", StringComparison.Ordinal) ? "responses" : "parameters";
        return JsonPointer.Find(root, new[] { section, name }) as SpecMap;
    }

    private sealed record Parameters(List<SpecNode> Converted, List<SpecMap> FormFields, SpecMap? Body);
}
