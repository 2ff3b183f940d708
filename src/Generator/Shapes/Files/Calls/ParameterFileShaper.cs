using Kiln.Generator.Api.Model;
using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Calls;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types;

namespace Kiln.Generator.Shapes.Files;

/// <summary>Makes the files beside a builder for one operation: its query class and its response headers class.</summary>
internal static class ParameterFileShaper
{
    public static IEnumerable<FileShape> Of(CallPlan call, NameCatalog catalog, string rootNamespace)
    {
        if (call.Query is { } query)
            yield return Query(call, query, catalog, rootNamespace);
        if (call.Headers is { } headers)
            yield return Headers(call, headers, catalog, rootNamespace);
    }

    private static QueryShape Query(CallPlan call, TypeName name, NameCatalog catalog, string rootNamespace)
    {
        var names = new NameResolver(catalog, name.Namespace);
        var types = new TypeWriter(names);
        var fields = call.Parameters
            .Select(p => new QueryFieldShape(
                p.Property,
                types.WriteInput(p.Type, isNullable: true),
                p.Parameter.WireName,
                p.Parameter.In == ParameterLocation.Header,
                new(p.Parameter.Description, null, p.Parameter.Deprecation, p.Parameter.Default?.Json)))
            .ToEquatableArray();
        return new(HintNames.Of(name, rootNamespace), name.Namespace, names.Usings.ToEquatableArray(), name.Name, new DocShape(null), $"{call.Operation.Method} {call.Operation.Path}", fields) { UsesDeprecated = names.UsesDeprecated };
    }

    private static HeadersShape Headers(CallPlan call, TypeName name, NameCatalog catalog, string rootNamespace)
    {
        var names = new NameResolver(catalog, name.Namespace);
        names.Use("Kiln.Runtime.Responses");
        var types = new TypeWriter(names);
        var fields = call.HeaderFields
            .Select(h => new HeaderFieldShape(
                h.Property,
                types.Write(h.Type, isNullable: true),
                h.Header.WireName,
                types.Wire(h.Type),
                new(h.Header.Description)))
            .ToEquatableArray();
        return new(HintNames.Of(name, rootNamespace), name.Namespace, names.Usings.ToEquatableArray(), name.Name, new DocShape(null), $"{call.Operation.Method} {call.Operation.Path}", fields) { UsesDeprecated = names.UsesDeprecated };
    }
}
