using Kiln.Generator.Api.Model;
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
        var answer = Answer(call.Answer);
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
            AcceptOf(call.Answer),
            !operation.IsAnonymous,
            answer,
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
                yield return $"url.Path({CSharpText.Literal(part.Text)});";
                continue;
            }
            var value = call.PathValues[next++];
            yield return $"url.Path({types.Wire(value.Type)}, {value.Name});";
        }
    }

    private IEnumerable<string> QueryCalls(CallPlan call) => call.Parameters
        .Where(p => p.Parameter.In == ParameterLocation.Query)
        .Select(p => p.Type is ListType list
            ? $"url.QueryList({CSharpText.Literal(p.Parameter.WireName)}, {types.Wire(list.Items)}, query.{p.Property}, ListStyle.{ListStyle(p.Parameter)});"
            : $"url.Query({CSharpText.Literal(p.Parameter.WireName)}, {types.Wire(p.Type)}, query.{p.Property});");

    private IEnumerable<string> HeaderCalls(CallPlan call) => call.Parameters
        .Where(p => p.Parameter.In == ParameterLocation.Header)
        .Select(p => $"information.AddHeader({CSharpText.Literal(p.Parameter.WireName)}, {types.Wire(p.Type)}, query.{p.Property});");

    private static string ListStyle(Parameter parameter) => parameter.Style switch
    {
        _ when parameter.Explode => "Repeated",
        ParameterStyle.SpaceDelimited => "SpaceJoined",
        ParameterStyle.PipeDelimited => "PipeJoined",
        _ => "CommaJoined",
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
            BodyKind.Json when mediaType == "\"application/json\"" => $"information.SetJson({wire}, {value});",
            BodyKind.Json => $"information.SetJson({wire}, {value}, {mediaType});",
            BodyKind.Text => $"information.SetText({value}, {mediaType});",
            _ => $"information.SetStreamContent({value}, {(body.NeedsContentType ? "contentType" : mediaType)});",
        };
        return new(body.IsRequired ? type : type + "?", body.IsRequired, body.NeedsContentType, setCall, description);
    }

    private AnswerShape Answer(AnswerPlan answer)
    {
        switch (answer.Kind)
        {
            case BodyKind.Json:
                var wire = types.Wire(answer.Type!, answer.IsNullable);
                return new(types.Write(answer.Type!, answer.IsNullable), $"BodyType.Json({wire})", IsEmpty: false);
            case BodyKind.Text:
                return new("string", "BodyType.Text", IsEmpty: false);
            case BodyKind.Stream:
                return new(Stream(), "BodyType.Stream", IsEmpty: false);
            default:
                return new("NoContent", "BodyType.None", IsEmpty: true);
        }
    }

    // Errors are answered as JSON whatever a success is, so JSON is always acceptable too.
    private static string AcceptOf(AnswerPlan answer) => answer.Kind switch
    {
        BodyKind.None => "application/json",
        BodyKind.Json => MediaTypes.ToSend(answer.MediaType),
        _ => $"{answer.MediaType}, application/json;q=0.9",
    };

    private string Stream()
    {
        names.Use("System.IO");
        return "Stream";
    }
}
