using System.Globalization;
using Kiln.Generator.Api.Model;
using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Calls;
using Kiln.Generator.Shapes.Calls.Streams;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types;
using Kiln.Generator.Shapes.Types.Values;
using Kiln.Generator.Text;

namespace Kiln.Generator.Shapes.Files;

/// <summary>Makes the shapes of an operation's streams.</summary>
internal sealed class StreamShaper(NameResolver names, TypeWriter types)
{
    /// <summary>The streams of a call.</summary>
    public EquatableArray<StreamShape> Streams(CallPlan call) => call.Streams.Select(s => Stream(call, s)).ToEquatableArray();

    /// <summary>The type of what enumerates the items.</summary>
    public static string TypeOf(StreamPlan stream, NameResolver names, TypeWriter types)
    {
        names.Use("Kiln.Runtime.Streaming");
        return $"{(stream.Items.Format == ItemFormat.Events ? "EventStream" : "ItemStream")}<{types.Write(stream.Type, stream.Items.IsNullable)}>";
    }

    /// <summary>The argument of the operation that the method sets itself; <see langword="null"/> for none.</summary>
    public static string? ArgumentOf(CallPlan call, StreamPlan stream) =>
        stream.Items.Flag is { } said && Flag(call, said) is { IsArgument: true, Parameter: var name } ? name : null;

    private StreamShape Stream(CallPlan call, StreamPlan stream)
    {
        names.Use("Kiln.Runtime.Streaming");
        var items = stream.Items;
        var flag = items.Flag is { } said ? Flag(call, said) : null;
        if (flag?.Pointer is not null)
            names.Use("Kiln.Runtime.Requests.Bodies");
        return new(
            stream.Method,
            stream.Field,
            types.Write(stream.Type, items.IsNullable),
            types.Wire(stream.Type, items.IsNullable),
            items.Format == ItemFormat.Events ? null : items.Format.ToString(),
            stream.Accept == call.Response.Accept ? null : stream.Accept,
            Properties(items).ToEquatableArray(),
            flag)
        {
            UnsetFlag = flag is null ? items.Flag?.Name.TrimStart('/') : null,
        };
    }

    private static IEnumerable<StreamPropertyShape> Properties(ItemSequence items)
    {
        if (items.EndMarkers.Count > 0)
            yield return new("EndMarkers", new StringsShape(items.EndMarkers));
        if (items.ErrorEvents is { } errors)
            yield return new("ErrorEvents", new StringsShape(errors));
        if (items.Envelope != EventEnvelope.None)
            yield return new("Envelope", new EnvelopeShape(items.Envelope.ToString()));
        if (items.TextEvents.Count > 0)
            yield return new("TextEvents", new StringsShape(items.TextEvents));
        if (items.ResultProperty is { } result)
            yield return new("ResultProperty", new StringShape(result));
        if (items.ErrorProperty is { } error)
            yield return new("ErrorProperty", new StringShape(error));
    }

    // A form has no place that could be set behind the caller's back.
    private static StreamFlagShape? Flag(CallPlan call, StreamFlag flag)
    {
        if (flag.IsInBody)
            return call.Body is { Format: RequestFormat.Json } ? new(flag.Name, "", false, Json(flag), flag.Name.Substring(1), flag.Value) : null;
        var parameter = call.Parameters.All.FirstOrDefault(p => p.Parameter.WireName == flag.Name && p.Parameter.In == ParameterLocation.Query);
        return parameter is not null && ConstantExpression.Of(flag.Value, parameter.Type) is { } value ? new(null, parameter.Name, parameter.IsArgument, value, flag.Name, flag.Value) : null;
    }

    private static string Json(StreamFlag flag) => flag switch
    {
        { IsString: true } => CSharpText.Literal(flag.Value),
        { Value: "true" or "false" } => flag.Value,
        _ => DefaultExpression.Number(flag.Value, long.TryParse(flag.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) ? "long" : "double") ?? "true",
    };
}
