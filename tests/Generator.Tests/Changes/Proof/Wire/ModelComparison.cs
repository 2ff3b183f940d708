using System.Reflection;
using System.Text;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Requests;
using Kiln.Runtime.Wire;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Generator.Tests.Changes.Proof.Wire;

/// <summary>Compares the models, unions and other data classes of both SDKs of a pair by themselves: what an instance has from the beginning, how it is written, and how JSON is read.</summary>
internal sealed class ModelComparison(PairSdks pair, SdkSide old, SdkSide current, Action<string, Func<SdkSide, string>> compare)
{
    private static readonly SampleExtent[] Extents = [SampleExtent.Nothing, SampleExtent.All, SampleExtent.Null];

    /// <param name="types">The types of the old SDK.</param>
    public void Of(IEnumerable<Type> types)
    {
        var (oldValues, newValues) = (new ServedResponses(pair.Pair.Old), new ServedResponses(pair.Pair.New));
        foreach (var type in types.Where(t => SdkSide.IsComparable(() => current.Of(t))))
        {
            if (typeof(WireUnion).IsAssignableFrom(type))
            {
                foreach (var conversion in old.Conversions(type))
                    compare(type.FullName!, side => Written(side, type, new SampleValues(side, SampleExtent.All).Converted(conversion)));
            }
            else if (!type.IsAbstract && type.IsClass && type.GetConstructor([]) is not null)
            {
                foreach (var extent in Extents)
                    compare(type.FullName!, side => new SampleValues(side, extent).Of(type) is { } made ? $"{new ValueText(side).Of(made)} {Written(side, type, made)}" : "");
            }
            if (IsWire(type))
            {
                var values = pair.Old.Names.Items.Where(n => n.FullName == type.FullName && n.Pointer is not null).SelectMany(n => oldValues.ValuesAt(n.Pointer!))
                    .Concat(pair.New.Names.Items.Where(n => n.FullName == type.FullName && n.Pointer is not null).SelectMany(n => newValues.ValuesAt(n.Pointer!)));
                foreach (var json in values.Distinct().ToList())
                    compare(type.FullName!, side => Read(side, type, json));
            }
        }
    }

    private static bool IsWire(Type type) => typeof(WireModel).IsAssignableFrom(type) || typeof(WireUnion).IsAssignableFrom(type);

    private static string Written(SdkSide side, Type type, object value)
    {
        if (!IsWire(type))
            return "";
        try
        {
            return Generic("Write", side.Of(type)).Invoke(null, BindingFlags.DoNotWrapExceptions, null, [value], null)!.ToString()!;
        }
        catch (ArgumentException exception)
        {
            return exception.Message;
        }
    }

    private static string Read(SdkSide side, Type type, string json)
    {
        var violations = new List<string>();
        var options = new ReadOptions { OnViolation = v => { if (side.IsSeen(v)) violations.Add($"violation {v}"); } };
        try
        {
            var value = Generic("Read", side.Of(type)).Invoke(null, BindingFlags.DoNotWrapExceptions, null, [json, options], null);
            return string.Join("\n", violations.Prepend($"{json} is {new ValueText(side).Of(value)} {Written(side, type, value!)}"));
        }
        catch (WireFormatException exception)
        {
            return $"{json} is {exception.GetType().Name}";
        }
    }

    private static MethodInfo Generic(string method, Type type) =>
        typeof(ModelComparison).GetMethod(method + (typeof(WireUnion).IsAssignableFrom(type) ? "Union" : "Model"), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(type);

    private static T ReadModel<T>(string json, ReadOptions options)
        where T : WireModel, IWireModel<T> => WireJson.Read(WireType.Model<T>(), Encoding.UTF8.GetBytes(json), options);

    private static T ReadUnion<T>(string json, ReadOptions options)
        where T : WireUnion, IWireUnion<T> => WireJson.Read(WireType.Union<T>(), Encoding.UTF8.GetBytes(json), options);

    private static string WriteModel<T>(T value)
        where T : WireModel, IWireModel<T> => Sent(r => r.SetJsonContent(WireType.Model<T>(), value));

    private static string WriteUnion<T>(T value)
        where T : WireUnion, IWireUnion<T> => Sent(r => r.SetJsonContent(WireType.Union<T>(), value));

    private static string Sent(Action<RequestInformation> set)
    {
        var request = new RequestInformation();
        set(request);
        using var body = new MemoryStream();
        request.Content.CopyTo(body);
        return RecordingHandler.BodyText(body.ToArray());
    }
}
