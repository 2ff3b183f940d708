using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Calls;
using Kiln.Generator.Shapes.Facade;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types;

namespace Kiln.Generator.Shapes.Files;

/// <summary>Makes the methods that call those of a request builder, in the terms of their own file.</summary>
internal sealed class FacadeMethodShaper(NameResolver names, TypeWriter types, TypePlanner schemas)
{
    private const string Async = "Async";
    private const string WithResponse = "WithResponse";
    private const string MediaType = "mediaType";

    private readonly ResponseShaper responses = new(names, types);

    /// <summary>The methods of an operation that send one of its bodies.</summary>
    public FacadeOperationShape Operation(FacadeOperation operation, CallPlan call) => new(
        names.Write(operation.Builder.Name),
        operation.Builder.Values.Select(v => BuilderShaper.Value(v, types)).ToEquatableArray(),
        $"Action<CallConfiguration<{QueryOf(call)}{(call.Parameters.Headers is { } headers ? $", {names.Write(headers)}" : "")}>>",
        call.Operation.Deprecation,
        Methods(operation, call).ToEquatableArray());

    private IEnumerable<FacadeMethodShape> Methods(FacadeOperation operation, CallPlan call)
    {
        var response = responses.TypeOf(call.Response);
        var stream = $"Task<ResponseStream{(call.Response.EmptyStatuses is null ? "" : "?")}>";
        var headers = call.Headers is { } named ? names.Write(named) : "ResponseHeaders";
        yield return Method(call.Name, call.Operation.Method == "HEAD" ? $"Task<{headers}>" : response == ResponseShaper.NoContent ? "Task" : $"Task<{response}>");
        yield return Method(call.Name + WithResponse, $"Task<Response<{response}, {headers}>>");
        foreach (var other in call.Others)
        {
            var type = responses.TypeOf(other.Response);
            yield return Method(other.Name, $"Task<{type}>");
            yield return Method(other.Name + WithResponse, $"Task<Response<{type}, {headers}>>");
        }
        if (call.Response.IsUnknown)
            yield return Method(call.Name + "Stream", stream);
        if (call.Raw is { } raw)
            yield return Method(raw, stream, chosen: new("string", operation.Builder.Values.Any(v => v.Name == MediaType) ? "accepted" : MediaType));
        foreach (var items in call.Streams)
            yield return Method(items.Method, StreamShaper.TypeOf(items, names, types), StreamShaper.ArgumentOf(call, items), isSent: false);
        if (call.Operation.Paging is { } paging && PagingShaper.IsPossible(paging, call.Body))
        {
            var pages = new PagingShaper(names, types, schemas);
            yield return Method(call.Name + "All", pages.TypeOf(call, paging), isSent: false);
            if (call.CountMethod is { } count)
                yield return Method(count.Substring(0, count.Length - Async.Length), "Task<long>", PagingShaper.CountArgument(call, paging));
        }

        FacadeMethodShape Method(string name, string type, string? without = null, bool isSent = true, FacadeParameterShape? chosen = null) => new(
            FacadeMembers.NameOf(operation.Name, operation.Calls[0].Name, name + Async),
            name + Async,
            type,
            [.. new[] { chosen }.OfType<FacadeParameterShape>(), .. Parameters(call, without)],
            isSent);
    }

    private IEnumerable<FacadeParameterShape> Parameters(CallPlan call, string? without)
    {
        foreach (var argument in call.Parameters.All.Where(p => p.IsArgument && p.Name != without))
            yield return new(types.WriteInput(argument.Type, isNullable: false), argument.Name);
        if (call.Body is not { } body)
            yield break;
        yield return new(new BodyShaper(names, types).TypeOf(body), "body", body.IsRequired ? null : "null");
        if (body.Sent.NeedsContentType)
            yield return new("string", "contentType", body.IsRequired ? null : "\"application/octet-stream\"");
    }

    private string QueryOf(CallPlan call)
    {
        if (call.Parameters.Query is { } query)
            return names.Write(query);
        names.Use("Microsoft.Kiota.Abstractions");
        return "DefaultQueryParameters";
    }
}
