using Kiln.Generator.Api.Model;
using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Calls;
using Kiln.Generator.Shapes.Calls.Headers;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types;
using Kiln.Generator.Shapes.Types.Values;

namespace Kiln.Generator.Shapes.Files;

/// <summary>Makes the files beside a builder for one operation: the classes of its parameters; and the classes of response headers.</summary>
internal static class ParameterFileShaper
{
    public static IEnumerable<FileShape> Of(CallPlan call, NameCatalog catalog, string rootNamespace)
    {
        if (call.IsAlternative)
            yield break;
        if (call.Parameters.Query is { } query)
            yield return Parameters(call, query, areHeaders: false, catalog, rootNamespace);
        if (call.Parameters.Headers is { } headers)
            yield return Parameters(call, headers, areHeaders: true, catalog, rootNamespace);
    }

    private static ParametersShape Parameters(CallPlan call, TypeName name, bool areHeaders, NameCatalog catalog, string rootNamespace)
    {
        var names = new NameResolver(catalog, name.Namespace);
        names.Use("Kiln.Runtime.Requests");
        if (areHeaders)
            names.Use("Microsoft.Kiota.Abstractions");
        var types = new TypeWriter(names);
        var fields = call.Parameters.All.Where(p => !p.IsArgument && p.IsHeader == areHeaders).Select(p => Field(p, types)).ToEquatableArray();
        return new(HintNames.Of(name, rootNamespace), name.Namespace, names.Usings.ToEquatableArray(), name.Name, new DocShape(null), $"{call.Operation.Method} {call.Operation.Path}", areHeaders, fields)
        {
            UsesDeprecated = names.UsesDeprecated || fields.Any(f => f.Doc.Deprecation is not null),
        };
    }

    private static ParameterFieldShape Field(ParameterPlan plan, TypeWriter types) =>
        new(plan.Name, types.WriteInput(plan.Type, isNullable: true), SentShaper.Of(plan, types), DocOf(plan.Parameter));

    /// <summary>What the document says of a parameter.</summary>
    public static DocShape DocOf(Parameter parameter) => new(parameter.Description, null, parameter.Deprecation, parameter.Default?.Json)
    {
        Limits = DocShape.LimitsOf(parameter.Limits),
    };

    /// <summary>The file of a class of response headers.</summary>
    public static HeadersShape Headers(HeadersPlan plan, NameCatalog catalog, string rootNamespace)
    {
        var name = plan.Name;
        var names = new NameResolver(catalog, name.Namespace);
        names.Use("Kiln.Runtime.Responses");
        var types = new TypeWriter(names);
        var fields = plan.Fields.Select(h => HeaderField(h, types)).ToEquatableArray();
        return new(HintNames.Of(name, rootNamespace), name.Namespace, names.Usings.ToEquatableArray(), name.Name, new DocShape(null), plan.Operation, fields) { IsReceived = plan.IsReceived, UsesDeprecated = names.UsesDeprecated };
    }

    private static HeaderFieldShape HeaderField(HeaderPlan plan, TypeWriter types)
    {
        var (method, wire) = (plan.Header.Form, plan.Type) switch
        {
            (HeaderForm.Json, var json) => ("GetJson", types.Wire(json, isNullable: true)),
            (_, ListType list) => ("GetList", types.Wire(list.Items)),
            (_, ModelType or DictionaryType) => ("GetObject", types.Wire(plan.Type)),
            _ => ("Get", types.Wire(plan.Type)),
        };
        return new(plan.Property, types.Write(plan.Type, isNullable: true), plan.Header.WireName, method, wire, plan.Header.Form == HeaderForm.ExplodedObject && method == "GetObject", new(plan.Header.Description));
    }
}
