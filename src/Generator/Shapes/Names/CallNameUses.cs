using Kiln.Generator.Api.Model;
using Kiln.Generator.Shapes.Calls;
using Kiln.Generator.Shapes.Calls.Headers;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Paths;

namespace Kiln.Generator.Shapes.Names;

/// <summary>The names of paths and of what operations have: methods, the classes of parameters and headers, exceptions.</summary>
internal static class CallNameUses
{
    /// <summary>Those of the client and of all builders below it.</summary>
    public static IEnumerable<NameUse> Of(BuilderPlan client, IReadOnlyList<HeadersPlan> headers)
    {
        var properties = headers.ToDictionary(h => h.Name, h => h.Fields);
        return
        [
            new(NameKind.Client, client.Name.Namespace, client.Name.Name, "", "") { IsFixed = true },
            new(NameKind.Prefix, "", client.FullPath, "", "") { Places = [new("", NameExtension.Prefix)] },
            .. client.AndBelow().SelectMany(OfPaths),
            .. client.AndBelow().SelectMany(b => b.Calls.SelectMany(c => OfCall(b, c, properties))),
        ];
    }

    // Of two segments with one word, which C# tells apart by numbers, only the first can be pinned.
    private static IEnumerable<NameUse> OfPaths(BuilderPlan parent)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return parent.Children.SelectMany(child => words.Add(child.Word) || !child.Segment.IsLiteral ? OfPath(parent, child) : []).ToList();
    }

    // Paths that call their parameters differently lead to one builder, which keeps its name when one of them is removed.
    private static IEnumerable<NameUse> OfPath(BuilderPlan parent, ChildPlan child)
    {
        var count = PathSegments.Of(child.Builder.FullPath).Length;
        var operations = child.Builder.AndBelow().SelectMany(b => b.Calls).Select(c => c.Operation);
        return operations
            .GroupBy(o => "/" + string.Join("/", PathSegments.Of(o.Path).Take(count)), StringComparer.Ordinal)
            .Select(paths => new NameUse(NameKind.Path, parent.Name.ToString(), child.Word, PathItemOf(paths.First()), paths.Key)
            {
                IsFixed = FixedNames.IsMember(paths.Key.Substring(paths.Key.LastIndexOf('/') + 1), child.Word),
                Places = [new("", NameExtension.Paths, paths.Key)],
            });
    }

    private static IEnumerable<NameUse> OfCall(BuilderPlan builder, CallPlan call, Dictionary<TypeName, IReadOnlyList<HeaderPlan>> properties)
    {
        var operation = call.Operation;
        // The names of an operation's further bodies follow from that of the first.
        if (call.IsAlternative || operation.Origin.Pointer is not { } own)
            yield break;

        yield return new(NameKind.Method, builder.Name.ToString(), call.Name, own, "")
        {
            IsFixed = call.Name == Identifiers.Pascal(operation.Method.ToLowerInvariant()),
            Places = [new(own, NameExtension.Own)],
        };
        if (call.Parameters.Query is { } query)
            yield return new(NameKind.Query, query.Namespace, query.Name, own, "") { Places = [new(own, NameExtension.Query)] };
        if (call.Parameters.Headers is { } sent)
            yield return new(NameKind.HeaderParameters, sent.Namespace, sent.Name, own, "") { Places = [new(own, NameExtension.HeaderParameters)] };
        if (call.Response.Result is { Name: { } result })
            yield return new(NameKind.Result, result.Namespace, result.Name, own, "") { Places = [new(own, NameExtension.Result)] };
        foreach (var parameter in call.Parameters.All)
            yield return OfParameter(ScopeOf(parameter, builder, call), parameter, own);
        foreach (var header in OfHeaders(call.Headers, operation.Success, properties))
            yield return header;
        foreach (var error in call.Errors)
        {
            var failure = operation.Responses.FirstOrDefault(r => r.Status.Equals(error.Status, StringComparison.OrdinalIgnoreCase));
            if (error.Bodies.FirstOrDefault()?.Exception is { IsOfRuntime: false, Name: var name } && failure?.Origin.Pointer is { } pointer)
                yield return new(NameKind.Exception, name.Namespace, name.Name, pointer, "") { Places = [new(pointer, NameExtension.Exception)] };
            foreach (var header in OfHeaders(error.Headers, failure, properties))
                yield return header;
        }
    }

    private static IEnumerable<NameUse> OfHeaders(TypeName? name, Response? response, Dictionary<TypeName, IReadOnlyList<HeaderPlan>> properties)
    {
        if (name is null || response?.Origin.Pointer is not { } pointer)
            yield break;
        yield return new(NameKind.Headers, name.Namespace, name.Name, pointer, "") { Places = [new(pointer, NameExtension.Headers)] };
        foreach (var header in properties[name])
        {
            if (response.Headers.FirstOrDefault(h => h.WireName == header.Header.WireName) is { } declared)
                yield return OfHeader(name, header.Property, declared);
        }
    }

    private static string ScopeOf(ParameterPlan parameter, BuilderPlan builder, CallPlan call) => parameter switch
    {
        { IsArgument: true } => $"{builder.Name}.{call.Name}",
        { IsHeader: true } => call.Parameters.Headers!.ToString(),
        _ => call.Parameters.Query!.ToString(),
    };

    // The argument of a query parameter gives way to a value of the path, and that of a header to both.
    private static NameUse OfParameter(string scope, ParameterPlan plan, string operation)
    {
        var parameter = plan.Parameter;
        var inOperation = new NamePlace(operation, NameExtension.Parameters, parameter.WireName);
        return new(NameKind.Parameter, scope, plan.Name.TrimStart('@'), parameter.Origin.Pointer, parameter.WireName)
        {
            IsFixed = !plan.IsArgument && parameter.In == ParameterLocation.Query && FixedNames.IsMember(parameter.WireName, plan.Name),
            Places = parameter.Origin.Pointer is { } own && own != operation ? [new(own, NameExtension.Own), inOperation] : [inOperation],
        };
    }

    private static NameUse OfHeader(TypeName headers, string name, Header header) => new(NameKind.Header, headers.ToString(), name, header.Origin.Pointer, header.WireName)
    {
        IsFixed = FixedNames.IsMember(header.WireName, name),
        Places = header.Origin.Pointer is { } own ? [new(own, NameExtension.Own)] : [],
    };

    // The path item of an operation's pointer, which ends in its method.
    private static string? PathItemOf(Operation operation)
    {
        const string Additional = "/additionalOperations";
        if (operation.Origin.Pointer is not { } pointer || pointer.LastIndexOf('/') is not (> 0 and var end))
            return null;
        var owner = pointer.Substring(0, end);
        return owner.EndsWith(Additional, StringComparison.Ordinal) ? owner.Substring(0, owner.Length - Additional.Length) : owner;
    }
}
