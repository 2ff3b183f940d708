using Kiln.Generator.Api.Model;
using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Calls;
using Kiln.Generator.Shapes.Calls.Responses;
using Kiln.Generator.Shapes.Clients;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Paths;
using Kiln.Generator.Shapes.Types;
using Kiln.Generator.Shapes.Types.Values;
using Kiln.Generator.Text;

namespace Kiln.Generator.Shapes.Files;

/// <summary>Makes the shape of an operation's methods, which stand in its builder's file.</summary>
internal sealed class CallShaper(NameResolver names, TypeWriter types, TypePlanner schemas, AccessPlan access, MediaTypesPlan? mediaTypes, ApiModel api)
{
    /// <summary>The shape of one operation.</summary>
    public CallShape Call(CallPlan call)
    {
        var operation = call.Operation;
        var responses = new ResponseShaper(names, types);
        var response = responses.Response(call.Response, isHead: operation.Method == "HEAD");
        var body = call.Body is { } sent ? new BodyShaper(names, types).Body(sent, operation.Body?.Description) : null;
        return new(
            call.Name,
            operation.Method,
            operation.Path,
            new(operation.Summary ?? operation.Description, operation.Summary is null ? null : operation.Description, operation.Deprecation),
            call.Parameters.All.Where(p => p.IsArgument).Select(Argument).ToEquatableArray(),
            call.Parameters.Query is { } query ? names.Write(query) : "DefaultQueryParameters",
            call.Parameters.Headers is { } parameters ? names.Write(parameters) : null,
            body,
            Path(call).ToEquatableArray(),
            call.Response.Accept,
            operation.Security is { } security ? Security(security) : null,
            OperationServers.Of(operation, api),
            response,
            call.Headers is { } headers ? names.Write(headers) : null,
            call.Errors.Select(e => ErrorShaper.Case(e, names, types)).ToEquatableArray(),
            new(call.Fields.Response, call.Fields.Paging),
            operation.Paging is { } paging && PagingShaper.IsPossible(paging, call.Body) ? new PagingShaper(names, types, schemas).Paging(call, paging) : null)
        {
            First = call.First,
            Examples = call.IsAlternative ? default : (call.Body is { Format: RequestFormat.Json } json ? json.Sent.Content.Example : null, operation.Answers.Primary?.Content is { Kind: BodyKind.Json } content ? content.Example : null),
            Successes = call.IsAlternative ? "" : ResponseText.OfSuccesses(operation),
            Others = call.Others.Select(o => new AnswerShape(o.Name, o.Response.Accept, MediaTypeOf(o), responses.Response(o.Response))).ToEquatableArray(),
            Raw = call.Raw is { } raw ? Raw(raw, operation) : null,
            Streams = new StreamShaper(names, types).Streams(call),
            IdempotencyHeader = operation.IdempotencyHeader,
            RateLimit = operation.RateLimit is { } limit ? new(limit.Requests, limit.Milliseconds, limit.Burst, limit.Scope) : null,
        };
    }

    // What is asked for comes first, and errors behind it.
    private static string MediaTypeOf(AnswerPlan other) => other.Response.Accept.Split([", "], StringSplitOptions.None)[0];

    private RawShape Raw(string name, Operation operation)
    {
        var all = operation.Answers.Raw;
        return new(name, all, mediaTypes is not null && all.Items.Any(m => !m.Contains("*")) ? names.Write(mediaTypes.Name) : null);
    }

    private string Security(SecurityRequirement requirement) => requirement.IsNone
        ? names.Write(RuntimeTypes.SecurityRequirement) + ".None"
        : $"{names.Write(access.Security!)}.{access.FieldOf(requirement)}";

    private ArgumentShape Argument(ParameterPlan parameter) =>
        new(parameter.Name, types.WriteInput(parameter.Type, isNullable: false), SentShaper.Of(parameter, types), !parameter.Type.IsValueType, ParameterFileShaper.DocOf(parameter.Parameter));

    private IEnumerable<PathPartShape> Path(CallPlan call)
    {
        var next = 0;
        foreach (var part in PathTemplate.SplitSent(call.Operation.Path))
        {
            if (!part.IsParameter)
            {
                yield return new(part.Text, null);
                continue;
            }
            var value = call.PathValues[next++];
            yield return PathValue(value, call.Operation.Parameters.FirstOrDefault(p => p.In == ParameterLocation.Path && p.WireName == part.Text));
        }
    }

    // Most values have one text in each style, and are formatted where they are.
    private PathPartShape PathValue(PathValue value, Parameter? parameter)
    {
        var style = parameter?.Style ?? ParameterStyle.Simple;
        var isText = value.Type is PrimitiveType or EnumType or UnionType && parameter is null or { Kind: ParameterKind.Single, AllowsReserved: false };
        if (isText && style is not (ParameterStyle.Label or ParameterStyle.LabelExploded or ParameterStyle.Matrix or ParameterStyle.MatrixExploded or ParameterStyle.Json) && !MayHaveNoText(value.Type))
            return new(value.Name, value.Type is PrimitiveType { Primitive.Wire: "String" } ? null : types.Wire(value.Type)) { IsValue = true };
        return new(value.Name, SentShaper.Wire(value.Type, types, isNullable: false))
        {
            IsValue = true,
            Style = new(value.WireName, style.ToString(), parameter?.AllowsReserved == true),
        };
    }

    // An exception for NaN names the parameter, which only the runtime's own way of writing it knows.
    private static bool MayHaveNoText(CSharpType type) => type is PrimitiveType { Primitive.CSharp: "double" or "float" };
}
