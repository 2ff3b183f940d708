using System.Reflection;
using System.Text.Json.Nodes;
using Kiln.Generator.Tests.Requests.Document;
using Kiln.Runtime.Wire;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Generator.Tests.Requests.Calling;

/// <summary>How a request of an SDK takes what an operation of the document sends.</summary>
internal sealed class Call
{
    private readonly FoundRequest request;
    private readonly RawOperation operation;
    private readonly List<(RawParameter Parameter, ParameterInfo Argument)> arguments = [];
    private readonly List<(RawParameter Parameter, Slot Slot)> slots = [];
    private readonly ParameterInfo? body;

    public Call(FoundRequest request, RawOperation operation)
    {
        (this.request, this.operation) = (request, operation);
        var own = request.Create.GetParameters();
        var configure = own.First(p => typeof(Delegate).IsAssignableFrom(p.ParameterType));
        var configurable = Slot.Of(configure.ParameterType.GetGenericArguments()[0]);
        List<RawParameter> parameters = [.. operation.Parameters.Where(p => p.In != Place.Path)];

        // Required ones are arguments, and the body is what no parameter is called like.
        List<ParameterInfo> free = [.. own.Where(p => p != configure && p.Name != "contentType")];
        if (operation.Bodies.Count > 0)
            body = free.Find(p => p.Name == "body") ?? (free.Count > parameters.Count(p => p.IsRequired) ? free[^1] : null);
        if (body is not null)
            free.Remove(body);
        List<RawParameter> required = [.. parameters.Where(p => p.IsRequired)];
        var match = NameMatch.Of([.. required.Select(p => (p.Name, p.In.ToString()))], [.. free.Select(p => p.Name!)]);
        for (var i = 0; i < required.Count; i++)
        {
            if (match[i] >= 0)
                arguments.Add((required[i], free[match[i]]));
        }

        List<RawParameter> optional = [.. parameters.Except(arguments.Select(a => a.Parameter))];
        match = NameMatch.Of([.. optional.Select(p => (p.Name, p.In.ToString()))], [.. configurable.Select(s => s.Property.Name)]);
        for (var i = 0; i < optional.Count; i++)
        {
            if (match[i] >= 0)
                slots.Add((optional[i], configurable[match[i]]));
        }
        Content = body is null ? null : BodyChoice.Of(operation.Bodies, request.SuffixAfter(operation), body.ParameterType);
    }

    /// <summary>The media type of the body; <see langword="null"/> for no body.</summary>
    public RawContent? Content { get; }

    /// <summary>Whether C# has no place for a parameter.</summary>
    public bool IsAbsent(RawParameter parameter) => parameter.In != Place.Path && !arguments.Any(a => a.Parameter == parameter) && !slots.Any(s => s.Parameter == parameter);

    /// <summary>Sends the request as a caller would.</summary>
    public async Task Send(Assembly sdk, IRequestAdapter adapter, Meaning meaning)
    {
        var (builder, values) = Prepare(sdk, adapter, meaning);
        var method = request.Send;
        if (method is null)
        {
            var info = (RequestInformation)request.Create.Invoke(builder, BindingFlags.DoNotWrapExceptions, null, [.. values.Values], null)!;
            await adapter.SendNoContentAsync(info);
            return;
        }
        await (Task)method.Invoke(builder, BindingFlags.DoNotWrapExceptions, null, [.. values.Values, TestContext.Current.CancellationToken], null)!;
    }

    /// <summary>Calls one of the methods that send the request.</summary>
    /// <param name="sdk">The SDK.</param>
    /// <param name="adapter">What sends.</param>
    /// <param name="meaning">What is sent.</param>
    /// <param name="method">The method.</param>
    /// <param name="mediaType">What it asks for, if it takes that.</param>
    /// <returns>What the method returns.</returns>
    public object Invoke(Assembly sdk, IRequestAdapter adapter, Meaning meaning, MethodInfo method, string? mediaType)
    {
        var (builder, values) = Prepare(sdk, adapter, meaning);
        // The parameter of the method stands before those of the request, one of which may be called the same.
        var own = method.GetParameters();
        List<object?> given = own.Count(p => p.ParameterType != typeof(CancellationToken)) > values.Count ? [mediaType] : [];
        given.AddRange(own.Skip(given.Count).Select(p => p.ParameterType == typeof(CancellationToken) ? TestContext.Current.CancellationToken : values[p.Name!]));
        return method.Invoke(builder, BindingFlags.DoNotWrapExceptions, null, [.. given], null)!;
    }

    // Configured before the call, so that a value that C# has no type for is no failure of the call.
    private (object Builder, OrderedDictionary<string, object?> Values) Prepare(Assembly sdk, IRequestAdapter adapter, Meaning meaning)
    {
        var builder = request.Builder.Create(sdk, adapter, PathValues(meaning));
        List<(Slot Slot, object? Value)> set = [.. slots.Where(s => meaning.Parameters.ContainsKey(s.Parameter)).Select(s => (s.Slot, Value(s.Slot.Property.PropertyType, s.Parameter, meaning)))];
        var values = new OrderedDictionary<string, object?>(StringComparer.Ordinal);
        foreach (var parameter in request.Create.GetParameters())
            values.Add(parameter.Name!, Argument(parameter, meaning, set));
        return (builder, values);
    }

    private object?[] PathValues(Meaning meaning)
    {
        var names = Decoding.PathDecoder.NamesIn(request.Builder.Template).Distinct().ToList();
        return
        [
            .. request.Builder.Arguments.Select((argument, i) =>
            {
                var parameter = operation.Parameters.FirstOrDefault(p => p.In == Place.Path && i < names.Count && p.Name == names[i]);
                return parameter is null ? CSharpValues.Of(argument.ParameterType, "undeclared", null) : Value(argument.ParameterType, parameter, meaning);
            }),
        ];
    }

    private object? Argument(ParameterInfo parameter, Meaning meaning, List<(Slot Slot, object? Value)> set)
    {
        if (parameter == body)
            return meaning.Body is null ? null : Made(Content!.MediaType, () => BodyValues.Of(parameter.ParameterType, meaning.Body));
        if (arguments.Find(a => a.Argument == parameter) is { Parameter: { } named })
            return Value(parameter.ParameterType, named, meaning);
        if (parameter.Name == "contentType")
            return Content!.MediaType.Replace("*/*", "application/octet-stream").Replace("*", "x-any");
        return typeof(Delegate).IsAssignableFrom(parameter.ParameterType)
            ? Slot.Delegate(parameter.ParameterType, c => set.ForEach(s => s.Slot.Set(c, s.Value)))
            : null;
    }

    private static object? Value(Type type, RawParameter parameter, Meaning meaning) =>
        meaning.Parameters.TryGetValue(parameter, out var value) ? Made(parameter.Name, () => CSharpValues.Of(type, value, parameter.Schema?.TextOf("format"))) : null;

    private static object? Made(string subject, Func<object?> make)
    {
        try
        {
            return make();
        }
        catch (Exception exception) when (exception is NotSupportedException or WireFormatException or InvalidOperationException)
        {
            throw new NoCSharpValueException(subject, exception);
        }
    }
}
