using Kiln.Generator.Api.Model;
using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Calls;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Paths;
using Kiln.Generator.Shapes.Types;
using Kiln.Generator.Shapes.Types.Values;
using Kiln.Generator.Text;

namespace Kiln.Generator.Shapes.Files;

/// <summary>Makes the shape of an operation's methods, which stand in its builder's file.</summary>
internal sealed class CallShaper(NameResolver names, TypeWriter types, TypePlanner schemas)
{
    /// <summary>The shape of one operation.</summary>
    /// <param name="call">The operation.</param>
    /// <param name="hasOwnPath">Whether it makes the URL's path itself; otherwise its builder does, by <see cref="Path"/>.</param>
    public CallShape Call(CallPlan call, bool hasOwnPath)
    {
        var operation = call.Operation;
        var response = Response(call.Response);
        names.UsesDeprecated |= call.Parameters.Any(p => p.Parameter.Deprecation is not null);
        return new(
            call.Name,
            operation.Method,
            operation.Path,
            new(operation.Summary ?? operation.Description, operation.Summary is null ? null : operation.Description, operation.Deprecation),
            call.Parameters.Where(p => p.Parameter.IsRequired).Select(Argument).ToEquatableArray(),
            call.Query is { } query ? names.Write(query) : "DefaultQueryParameters",
            UsesQuery: call.Query is not null,
            call.Body is { } body ? Body(body, operation.Body?.Description) : null,
            new(hasOwnPath ? Path(call).ToEquatableArray() : null, Query(call).ToEquatableArray()),
            Headers(call).ToEquatableArray(),
            AcceptOf(call.Response),
            !operation.IsAnonymous,
            response,
            call.Headers is { } headers ? names.Write(headers) : null,
            call.Errors.Select(e => new ErrorCaseShape(e.Status, names.Write(e.Exception))).ToEquatableArray(),
            new(call.Fields.Response, call.Fields.Errors, call.Fields.Paging),
            operation.Paging is { } paging ? new PagingShaper(names, types, schemas).Paging(call, paging) : null);
    }

    private ArgumentShape Argument(ParameterPlan parameter) =>
        new(parameter.Argument, types.WriteInput(parameter.Type, isNullable: false), parameter.Property, parameter.Parameter.WireName, parameter.Parameter.Description);

    /// <summary>The path of an operation's URL.</summary>
    public IEnumerable<PathPartShape> Path(CallPlan call)
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
            yield return new(value.Name, types.Wire(value.Type));
        }
    }

    private IEnumerable<QueryParameterShape> Query(CallPlan call) => call.Parameters
        .Where(p => p.Parameter.In == ParameterLocation.Query)
        .Select(p => p.Type is ListType list
            ? new QueryParameterShape(p.Parameter.WireName, types.Wire(list.Items), p.Property, ListStyle(p.Parameter))
            : new(p.Parameter.WireName, types.Wire(p.Type), p.Property, null));

    private IEnumerable<HeaderParameterShape> Headers(CallPlan call) => call.Parameters
        .Where(p => p.Parameter.In == ParameterLocation.Header)
        .Select(p => new HeaderParameterShape(p.Parameter.WireName, types.Wire(p.Type), p.Property));

    private static string ListStyle(Parameter parameter) => parameter.Style switch
    {
        _ when parameter.Explode => "Exploded",
        ParameterStyle.SpaceDelimited => "SpaceDelimited",
        ParameterStyle.PipeDelimited => "PipeDelimited",
        _ => "CommaDelimited",
    };

    private BodyShape Body(BodyPlan body, string? description)
    {
        var isNullable = body is { IsRequired: true, IsNullable: true };
        var type = body.Kind switch
        {
            BodyKind.Json => types.Write(body.Type!, isNullable),
            BodyKind.Text => "string",
            _ => Stream(),
        };
        return new(
            body.IsRequired ? type : type + "?",
            Content(body.Kind, body.Type, isNullable)!,
            MediaTypes.ToSend(body.MediaType),
            body.IsRequired,
            body is { IsRequired: false, Type.IsValueType: true },
            body.NeedsContentType,
            description);
    }

    private ResponseShape Response(ResponsePlan response)
    {
        // A body that may be absent is null then.
        var isNullable = response.IsNullable || response.EmptyStatuses is not null;
        var type = response.Kind switch
        {
            BodyKind.None => "NoContent",
            BodyKind.Json => types.Write(response.Type!, isNullable),
            BodyKind.Text => Nullable("string", isNullable),
            _ => Nullable(Stream(), isNullable),
        };
        if (response.IsUnknown)
            Stream();
        return new(type, Content(response.Kind, response.Type, isNullable), response.EmptyStatuses, response.IsUnknown);
    }

    private static string Nullable(string type, bool isNullable) => isNullable ? type + "?" : type;

    private ContentShape? Content(BodyKind kind, CSharpType? type, bool isNullable) => kind switch
    {
        BodyKind.None => null,
        BodyKind.Json => JsonContent(type!, isNullable),
        BodyKind.Text => new StringContentShape(),
        _ => new StreamContentShape(),
    };

    private JsonContentShape JsonContent(CSharpType type, bool isNullable)
    {
        names.Use("Kiln.Runtime.Wire");
        return new(types.Wire(type, isNullable));
    }

    // Errors are answered as JSON whatever a success is, so JSON is always acceptable too.
    private static string AcceptOf(ResponsePlan response) => response.Kind switch
    {
        BodyKind.None when response.IsUnknown => "application/json, */*;q=0.9",
        BodyKind.None => "application/json",
        BodyKind.Json when response.IsUnknown => $"{MediaTypes.ToSend(response.MediaType)}, */*;q=0.9",
        BodyKind.Json => MediaTypes.ToSend(response.MediaType),
        _ => $"{response.MediaType}, application/json;q=0.9",
    };

    private string Stream()
    {
        names.Use("System.IO");
        return "Stream";
    }
}
