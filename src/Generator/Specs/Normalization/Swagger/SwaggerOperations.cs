using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Normalization.Swagger;

/// <summary>In 2.0 the body and the fields of a form stand among the parameters, of an operation or of all operations of a path.</summary>
internal sealed class SwaggerOperations(SpecMap root, SwaggerBodies bodies)
{
    public SpecNode Paths(SpecNode paths) => paths is SpecMap map ? map.WithValues(e => e.Value is SpecMap item && !SpecGrammar.IsExtension(e.Key) ? Path(item) : e.Value) : paths;

    private SpecMap Path(SpecMap item)
    {
        var shared = Sort(item["parameters"]);
        return item.WithValues(e => e.Key switch
        {
            "parameters" when e.Value is SpecList list => new SpecList(list.Span, shared.Sent),
            _ when e.Value is SpecMap operation && SpecGrammar.Methods.Contains(e.Key) => Operation(operation, shared),
            _ => e.Value,
        });
    }

    private SpecMap Operation(SpecMap operation, Parameters shared)
    {
        var own = Sort(operation["parameters"]);
        var converted = operation.Without(e => e.Key is "consumes" or "produces" or "schemes");
        if (operation["parameters"] is SpecList list)
            converted = converted.With("parameters", new SpecList(list.Span, own.Sent));

        var form = shared.Form.Concat(own.Form).ToList();
        if (converted["requestBody"] is null && (own.Body ?? shared.Body) is { } body)
            converted = converted.With("requestBody", Body(body, operation));
        else if (converted["requestBody"] is null && form.Count > 0)
            converted = converted.With("requestBody", bodies.OfForm(form, operation));

        return operation["responses"] is SpecMap responses
            ? converted.With("responses", responses.WithValues(r => r.Value is SpecMap response ? Response(response, operation) : r.Value))
            : converted;
    }

    // What is shared has the document's media types, so an operation with its own has a copy of its own.
    private SpecNode Body(SpecMap body, SpecMap operation) => (Target(body), operation["consumes"]) switch
    {
        ({ } target, not null) => bodies.OfParameter(target, bodies.Consumed(operation)),
        ({ }, null) => body,
        _ => bodies.OfParameter(body, bodies.Consumed(operation)),
    };

    private SpecNode Response(SpecMap response, SpecMap operation) => (Target(response), operation["produces"]) switch
    {
        ({ } target, not null) when target["schema"] is not null => bodies.OfResponse(target, bodies.Produced(operation)),
        ({ }, _) => response,
        _ => bodies.OfResponse(response, bodies.Produced(operation)),
    };

    private Parameters Sort(SpecNode? list)
    {
        var sorted = new Parameters([], [], null);
        foreach (var parameter in (list as SpecList)?.Items.OfType<SpecMap>() ?? [])
        {
            var target = Target(parameter) ?? parameter;
            switch (target["in"].AsText())
            {
                case "body":
                    sorted = sorted with { Body = parameter };
                    break;
                case "formData":
                    sorted.Form.Add(target);
                    break;
                default:
                    sorted.Sent.Add(SwaggerParameters.Convert(parameter));
                    break;
            }
        }
        return sorted;
    }

    /// <summary>What a node refers to, where 2.0 has it; <see langword="null"/> if it is no reference.</summary>
    private SpecMap? Target(SpecMap node)
    {
        if (node[SpecReference.Key].AsText() is not { } reference)
            return null;

        // The references lead to where 3.0 has their targets by now.
        var name = JsonPointer.Parse(reference) is ["components", _, var last] ? last : "";
        var home = reference.StartsWith("#/components/responses/", StringComparison.Ordinal) ? "responses" : "parameters";
        return JsonPointer.Find(root, new[] { home, name }) as SpecMap;
    }

    private sealed record Parameters(List<SpecNode> Sent, List<SpecMap> Form, SpecMap? Body);
}
