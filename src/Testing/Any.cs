using System.Numerics;
using Kiln.Runtime.Wire;

namespace Kiln.Testing;

/// <summary>
/// Values of a set-up that stand for every value: <c>fake.Setup(() => client.Pets[Any.Value&lt;long>()].GetAsync())</c>. In a path, they stand for a whole
/// segment. For the lambda of a set-up only.
/// </summary>
/// <remarks>The lambda is run twice if it has such a value, with two different ones: whatever differs in the two requests may be anything.</remarks>
public static class Any
{
    private static readonly Dictionary<Type, (object First, object Second)> Values = new()
    {
        [typeof(string)] = ("one", "two"),
        [typeof(bool)] = (true, false),
        [typeof(char)] = ('a', 'b'),
        [typeof(sbyte)] = ((sbyte)1, (sbyte)2),
        [typeof(byte)] = ((byte)1, (byte)2),
        [typeof(short)] = ((short)1, (short)2),
        [typeof(ushort)] = ((ushort)1, (ushort)2),
        [typeof(int)] = (1, 2),
        [typeof(uint)] = (1u, 2u),
        [typeof(long)] = (1L, 2L),
        [typeof(ulong)] = (1ul, 2ul),
        [typeof(float)] = (1f, 2f),
        [typeof(double)] = (1d, 2d),
        [typeof(decimal)] = (1m, 2m),
        [typeof(BigInteger)] = (BigInteger.One, new BigInteger(2)),
        [typeof(Guid)] = (new Guid("11111111-1111-4111-8111-111111111111"), new Guid("22222222-2222-4222-8222-222222222222")),
        [typeof(DateTimeOffset)] = (new DateTimeOffset(2001, 1, 1, 1, 1, 1, TimeSpan.Zero), new DateTimeOffset(2002, 2, 2, 2, 2, 2, TimeSpan.Zero)),
        [typeof(DateTime)] = (new DateTime(2001, 1, 1, 1, 1, 1, DateTimeKind.Unspecified), new DateTime(2002, 2, 2, 2, 2, 2, DateTimeKind.Unspecified)),
        [typeof(DateOnly)] = (new DateOnly(2001, 1, 1), new DateOnly(2002, 2, 2)),
        [typeof(TimeOnly)] = (new TimeOnly(1, 1, 1), new TimeOnly(2, 2, 2)),
        [typeof(TimeSpan)] = (TimeSpan.FromHours(1), TimeSpan.FromHours(2)),
        [typeof(Uri)] = (new Uri("https://one.test"), new Uri("https://two.test")),
    };

    /// <summary>Returns a value of a simple type that stands for every value in a path or a query: a string, number, boolean, date, time, UUID or URI.</summary>
    /// <exception cref="InvalidOperationException">It is called outside of a set-up.</exception>
    /// <exception cref="NotSupportedException">The type is another one; <see cref="Value{T}(T, T)"/> and <see cref="Body{T}"/> are for those.</exception>
    public static T Value<T>()
    {
        if (!Values.TryGetValue(Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T), out var values))
            throw new NotSupportedException($"Any.Value has no values of the type {typeof(T)}. Give it two different ones: Any.Value(one, other).");
        return Value((T)values.First, (T)values.Second);
    }

    /// <summary>Returns a value of any type that stands for every value in a path or a query: <c>Any.Value(Color.Red, Color.Blue)</c>.</summary>
    /// <param name="one">A valid value.</param>
    /// <param name="other">Another one, which is sent as another text.</param>
    /// <exception cref="InvalidOperationException">It is called outside of a set-up.</exception>
    public static T Value<T>(T one, T other)
    {
        var recording = Current();
        recording.HasAny = true;
        return recording.IsSecond ? other : one;
    }

    /// <summary>Returns an empty model for the body of a call, of which a set-up compares nothing: <c>client.Pets.PostAsync(Any.Body&lt;NewPet>())</c>.</summary>
    /// <exception cref="InvalidOperationException">It is called outside of a set-up.</exception>
    public static T Body<T>()
        where T : WireModel, IWireModel<T>
    {
        _ = Current();
        // As it is read from an empty object, its required properties are not null.
        return WireJson.Read(WireType.Model<T>(), "{}"u8);
    }

    private static Recording Current() =>
        Recording.Current ?? throw new InvalidOperationException("Any is for the lambda of a set-up: fake.Setup(() => client.Pets[Any.Value<long>()].GetAsync()).");
}
