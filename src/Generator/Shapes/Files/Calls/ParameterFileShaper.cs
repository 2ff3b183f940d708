using Kiln.Generator.Api;
using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Calls;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types;

namespace Kiln.Generator.Shapes.Files;

/// <summary>The files that stand beside a builder for one operation: its query and its answer's headers.</summary>
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
            .Select(p => new QueryFieldShape(p.Property, types.WriteInput(p.Type, isNullable: true), ParameterDoc(p.Parameter)))
            .ToEquatableArray();
        var doc = new DocShape($"What `{Origin(call.Operation)}` may be asked with. What is left null is not sent.");
        return new(HintNames.Of(name, rootNamespace), name.Namespace, names.Usings.ToEquatableArray(), name.Name, doc, fields) { UsesDeprecated = names.UsesDeprecated };
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
                new(h.Header.Description ?? $"The header `{h.Header.WireName}`.")))
            .ToEquatableArray();
        var doc = new DocShape($"The headers that `{Origin(call.Operation)}` answers with. One that is missing, or cannot be read, is null.");
        return new(HintNames.Of(name, rootNamespace), name.Namespace, names.Usings.ToEquatableArray(), name.Name, doc, fields) { UsesDeprecated = names.UsesDeprecated };
    }

    private static DocShape ParameterDoc(Parameter parameter)
    {
        var summary = parameter.Description ?? $"The parameter `{parameter.WireName}`.";
        var remarks = parameter.In == ParameterLocation.Header ? $"Sent as the header `{parameter.WireName}`." : null;
        return new(DefaultDocs.After(summary, parameter.Default), remarks, parameter.Deprecation);
    }

    private static string Origin(Operation operation) => $"{operation.Method} {operation.Path}";
}
