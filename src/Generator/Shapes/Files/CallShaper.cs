using Kiln.Generator.Api;
using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Calls;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Paths;
using Kiln.Generator.Shapes.Types;
using Kiln.Generator.Text;

namespace Kiln.Generator.Shapes.Files;

/// <summary>Writes an operation's types and expressions for its builder's file.</summary>
internal sealed class CallShaper(NameResolver names, TypeWriter types, TypePlanner schemas)
{
    /// <summary>The shape of one operation.</summary>
    /// <param name="call">The operation.</param>
    /// <param name="hasOwnPath">Whether it makes the URL's path itself; otherwise its builder does, by <see cref="PathCalls"/>.</param>
    public CallShape Call(CallPlan call, bool hasOwnPath)
    {
        var operation = call.Operation;
        var response = Response(call.Response);
        names.UsesDeprecated |= call.Parameters.Any(p => p.Parameter.Deprecation is not null);
        return new(
            call.Name,
            operation.Method,
            $"{operation.Method} {operation.Path}",
            Doc(operation),
            call.Parameters.Where(p => p.Parameter.IsRequired).Select(Argument).ToEquatableArray(),
            call.Query is { } query ? names.Write(query) : "DefaultQueryParameters",
            UsesQuery: call.Query is not null,
            call.Body is { } body ? Body(body, operation.Body?.Description) : null,
            hasOwnPath,
            [.. hasOwnPath ? PathCalls(call) : [], .. QueryCalls(call)],
            HeaderCalls(call).ToEquatableArray(),
            AcceptOf(call.Response),
            !operation.IsAnonymous,
            response,
            call.Headers is { } headers ? names.Write(headers) : null,
            call.Errors.Select(e => new ErrorCaseShape(e.Status, names.Write(e.Exception))).ToEquatableArray(),
            operation.Paging is { } paging ? new PagingShaper(names, types, schemas).Paging(call, paging) : null);
    }

    private static DocShape Doc(Operation operation)
    {
        var summary = operation.Summary ?? operation.Description ?? $"Sends {operation.Method} {operation.Path}.";
        return new(summary, operation.Summary is null ? null : operation.Description, operation.Deprecation);
    }

    private ArgumentShape Argument(ParameterPlan parameter) =>
        new(parameter.Argument, types.WriteInput(parameter.Type, isNullable: false), parameter.Property, parameter.Parameter.Description);

    /// <summary>The calls that make the path of an operation's URL.</summary>
    public IEnumerable<string> PathCalls(CallPlan call)
    {
        var next = 0;
        foreach (var part in PathTemplate.SplitSent(call.Operation.Path))
        {
            if (!part.IsParameter)
            {
                yield return $"url.AppendPath({CSharpText.Literal(part.Text)});";
                continue;
            }
            var value = call.PathValues[next++];
            yield return $"url.AppendPath({types.Wire(value.Type)}, {value.Name});";
        }
    }

    private IEnumerable<string> QueryCalls(CallPlan call) => call.Parameters
        .Where(p => p.Parameter.In == ParameterLocation.Query)
        .Select(p => p.Type is ListType list
            ? $"url.AppendQueryList({CSharpText.Literal(p.Parameter.WireName)}, {types.Wire(list.Items)}, query.{p.Property}, ListStyle.{ListStyle(p.Parameter)});"
            : $"url.AppendQuery({CSharpText.Literal(p.Parameter.WireName)}, {types.Wire(p.Type)}, query.{p.Property});");

    private IEnumerable<string> HeaderCalls(CallPlan call) => call.Parameters
        .Where(p => p.Parameter.In == ParameterLocation.Header)
        .Select(p => $"information.AddHeader({CSharpText.Literal(p.Parameter.WireName)}, {types.Wire(p.Type)}, query.{p.Property});");

    private static string ListStyle(Parameter parameter) => parameter.Style switch
    {
        _ when parameter.Explode => "Exploded",
        ParameterStyle.SpaceDelimited => "SpaceDelimited",
        ParameterStyle.PipeDelimited => "PipeDelimited",
        _ => "CommaDelimited",
    };

    private BodyShape Body(BodyPlan body, string? description)
    {
        var type = body.Kind switch
        {
            BodyKind.Json => types.Write(body.Type!, body is { IsRequired: true, IsNullable: true }),
            BodyKind.Text => "string",
            _ => Stream(),
        };
        var value = body is { IsRequired: false, Type.IsValueType: true } ? "body.Value" : "body";
        var mediaType = CSharpText.Literal(MediaTypes.ToSend(body.MediaType));
        var wire = body.Kind == BodyKind.Json ? types.Wire(body.Type!, body is { IsRequired: true, IsNullable: true }) : "";
        var setCall = body.Kind switch
        {
            BodyKind.Json when mediaType == "\"application/json\"" => $"information.SetJsonContent({wire}, {value});",
            BodyKind.Json => $"information.SetJsonContent({wire}, {value}, {mediaType});",
            BodyKind.Text => $"information.SetStringContent({value}, {mediaType});",
            _ => $"information.SetStreamContent({value}, {(body.NeedsContentType ? "contentType" : mediaType)});",
        };
        return new(body.IsRequired ? type : type + "?", body.IsRequired, body.NeedsContentType, setCall, description);
    }

    private ResponseShape Response(ResponsePlan response)
    {
        switch (response.Kind)
        {
            case BodyKind.Json:
                var wire = types.Wire(response.Type!, response.IsNullable);
                return new(types.Write(response.Type!, response.IsNullable), $"BodyType.Json({wire})", IsEmpty: false);
            case BodyKind.Text:
                return new("string", "BodyType.String", IsEmpty: false);
            case BodyKind.Stream:
                return new(Stream(), "BodyType.Stream", IsEmpty: false);
            default:
                return new("NoContent", "BodyType.None", IsEmpty: true);
        }
    }

    // Errors are answered as JSON whatever a success is, so JSON is always acceptable too.
    private static string AcceptOf(ResponsePlan response) => response.Kind switch
    {
        BodyKind.None => "application/json",
        BodyKind.Json => MediaTypes.ToSend(response.MediaType),
        _ => $"{response.MediaType}, application/json;q=0.9",
    };

    private string Stream()
    {
        names.Use("System.IO");
        return "Stream";
    }
}
