using System.Collections;
using System.Globalization;
using System.Net;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Kiln.Generator.Tests.Requests.Calling;
using Kiln.Runtime.Requests.Bodies;
using Kiln.Runtime.Wire;

namespace Kiln.Generator.Tests.Changes.Proof.Wire;

/// <summary>What a program gives of all that is optional.</summary>
internal enum SampleExtent
{
    Nothing,
    All,

    /// <summary>Null, where it may be given.</summary>
    Null,
}

/// <summary>The values that a program passes, made as it would make them: by the names that the old SDK has.</summary>
/// <param name="side">The SDK that it runs with.</param>
/// <param name="extent">What is given of all that is optional.</param>
internal sealed class SampleValues(SdkSide side, SampleExtent extent)
{
    private const int Deepest = 4;

    private static readonly Dictionary<Type, object> Scalars = new()
    {
        [typeof(string)] = "text",
        [typeof(bool)] = true,
        [typeof(char)] = 'c',
        [typeof(DateTimeOffset)] = new DateTimeOffset(2024, 2, 29, 23, 59, 58, TimeSpan.Zero),
        [typeof(DateTime)] = new DateTime(2024, 2, 29, 23, 59, 58, DateTimeKind.Unspecified),
        [typeof(DateOnly)] = new DateOnly(2024, 2, 29),
        [typeof(TimeOnly)] = new TimeOnly(12, 30, 15),
        [typeof(TimeSpan)] = new TimeSpan(1, 2, 3),
        [typeof(Guid)] = new Guid("123e4567-e89b-12d3-a456-426614174000"),
        [typeof(Uri)] = new Uri("https://example.com/a?b=c"),
        [typeof(IPAddress)] = IPAddress.Loopback,
        [typeof(byte[])] = "bytes"u8.ToArray(),
        [typeof(JsonElement)] = JsonSerializer.SerializeToElement(new { any = 1 }),
        [typeof(object)] = "text",
    };

    /// <summary>The value of a parameter.</summary>
    /// <param name="parameter">The parameter in the old SDK.</param>
    /// <param name="current">The same in the one that is used, whose default it has if the program does not give it.</param>
    public object? Argument(ParameterInfo parameter, ParameterInfo current)
    {
        if (parameter.ParameterType == typeof(CancellationToken))
            return CancellationToken.None;
        if (parameter.HasDefaultValue && extent != SampleExtent.All)
            return current.DefaultValue;
        return Of(parameter.ParameterType, 0);
    }

    /// <summary>A value of a type of the old SDK.</summary>
    public object? Of(Type type) => Of(type, 0);

    private object? Of(Type type, int depth)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Of(underlying, depth);
        if (Scalars.TryGetValue(type, out var scalar))
            return scalar;
        if (type.IsPrimitive || type == typeof(decimal))
            return Convert.ChangeType(7, type, CultureInfo.InvariantCulture);
        if (depth > Deepest)
            return null;
        if (typeof(Delegate).IsAssignableFrom(type))
            return Configuration(type);
        if (type == typeof(Stream))
            return new MemoryStream("bytes"u8.ToArray());
        if (type == typeof(FilePart))
            return FilePart.FromBytes(Encoding.UTF8.GetBytes("bytes"), "name.txt", "text/plain");
        if (type == typeof(JsonPatch))
            return new JsonPatch().Remove("/a");
        if (type == typeof(XmlBody))
            return new XmlBody("<a/>");
        if (type == typeof(JsonLiteral))
            return WireJson.Read(WireType.Literal, "7"u8.ToArray());
        if (typeof(ITuple).IsAssignableFrom(type))
            return Activator.CreateInstance(side.Of(type), [.. type.GetGenericArguments().Select(t => Of(t, depth + 1))]);
        if (typeof(WireUnion).IsAssignableFrom(type))
            return Case(type, depth);
        if (type.GetInterfaces().Any(i => i.Name.StartsWith("IWireEnum", StringComparison.Ordinal)) && side.IsOfSdk(type))
            return EnumValue(type);
        if (type.IsConstructedGenericType && type.GetGenericArguments() is [var key, var member] && key == typeof(string))
        {
            var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(key, side.Of(member)))!;
            map.Add("key", Of(member, depth + 1));
            return map;
        }
        if (type.IsArray || type.IsConstructedGenericType && type.GetGenericArguments().Length == 1)
            return Items(type, type.IsArray ? type.GetElementType()! : type.GetGenericArguments()[0], depth);
        return side.IsOfSdk(type) && !type.IsAbstract ? Instance(type, depth) : throw new NotComparableException($"no value of {type}");
    }

    // The properties in the order of their names, so that the order in which a document has them does not matter.
    private object Instance(Type type, int depth)
    {
        if (type.GetConstructor([]) is not { } constructor)
            throw new NotComparableException($"no value of {type}");
        var made = side.Of(constructor).Invoke(null);
        foreach (var property in side.Properties(type, BindingFlags.Instance).Where(p => p.SetMethod is { IsPublic: true }).OrderBy(p => p.Name, StringComparer.Ordinal))
        {
            var isRequired = property.IsDefined(typeof(RequiredMemberAttribute));
            if ((extent == SampleExtent.All && depth < Deepest || isRequired) && Of(property.PropertyType, depth + 1) is { } value)
                side.Of(property).SetValue(made, value);
            else if (extent == SampleExtent.Null && TakesNull(property))
                side.Of(property).SetValue(made, null);
        }
        return made;
    }

    private static bool TakesNull(PropertyInfo property) =>
        Nullable.GetUnderlyingType(property.PropertyType) is not null || !property.PropertyType.IsValueType && new NullabilityInfoContext().Create(property).WriteState == NullabilityState.Nullable;

    private object? EnumValue(Type type) =>
        side.Properties(type, BindingFlags.Static).FirstOrDefault(p => p.PropertyType == type) is { } known ? side.Of(known).GetValue(null) : throw new NotComparableException($"no value of {type}");

    private object Case(Type type, int depth) => Converted(side.Conversions(type).FirstOrDefault() ?? throw new NotComparableException($"no case of {type}"), depth);

    /// <summary>A union made of one of its cases.</summary>
    public object Converted(MethodInfo conversion) => Converted(conversion, 0);

    private object Converted(MethodInfo conversion, int depth) =>
        side.Of(conversion).Invoke(null, BindingFlags.DoNotWrapExceptions, null, [Of(conversion.GetParameters()[0].ParameterType, depth + 1)], null)!;

    private object Items(Type type, Type item, int depth)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(side.Of(item)))!;
        // With one, no separator would be seen.
        for (var i = 0; i < 2; i++)
        {
            if (Of(item, depth + 1) is { } value)
                list.Add(value);
        }
        if (type.IsArray)
        {
            var array = Array.CreateInstance(side.Of(item), list.Count);
            list.CopyTo(array, 0);
            return array;
        }
        if (side.Of(type).IsInstanceOfType(list))
            return list;
        return type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>)
            ? typeof(SampleValues).GetMethod(nameof(Asynchronous), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(side.Of(item)).Invoke(null, [list])!
            : throw new NotComparableException($"no value of {type}");
    }

    // Sets all parameters that the old SDK has in the classes of a call's configuration.
    private object Configuration(Type type)
    {
        var slots = Slot.Of(type.GetGenericArguments()[0]).Where(s => side.IsOfSdk(s.Property.DeclaringType!) && side.Properties(s.Property.DeclaringType!, BindingFlags.Instance).Any(p => p.Name == s.Property.Name))
            .Select(s => (Slot: s, Value: Of(s.Property.PropertyType, 1))).ToList();
        return Slot.Delegate(side.Of(type), configuration =>
        {
            foreach (var (slot, value) in slots.OrderBy(s => s.Slot.Property.Name, StringComparer.Ordinal))
                side.Of(slot.Property).SetValue(configuration.GetType().GetProperty(slot.Owner.Name)!.GetValue(configuration), value);
        });
    }

    private static async IAsyncEnumerable<T> Asynchronous<T>(List<T> items)
    {
        foreach (var item in items)
        {
            await Task.Yield();
            yield return item;
        }
    }
}
