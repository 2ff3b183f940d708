using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using Kiln.Runtime.Contracts;

namespace Kiln.Runtime.Wire;

/// <summary>The base class of emitted unions: a value of one of several types. Immutable, though its value may not be.</summary>
public abstract class WireUnion : IUnionValue
{
    /// <summary>Initializes a new union.</summary>
    /// <param name="value">The value.</param>
    /// <param name="index">The index of the case; -1 for JSON that matches none.</param>
    protected WireUnion(object value, int index)
    {
        ArgumentNullException.ThrowIfNull(value);
        Value = value;
        Index = index;
    }

    /// <summary>
    /// Gets the value, which is never null: <c>switch (union.Value) { case Cat cat: … }</c>. It is a <see cref="JsonElement"/> for JSON that matches none of the
    /// cases, or whose case cannot be distinguished.
    /// </summary>
    public object Value { get; }

    /// <summary>Gets the JSON as received if its case is unknown or cannot be distinguished; otherwise null.</summary>
    public JsonElement? Json => Index < 0 ? (JsonElement)Value : null;

    /// <summary>Gets the index of the case; -1 for JSON.</summary>
    protected internal int Index { get; }

    /// <summary>Returns a union without a value, which is written as JSON null.</summary>
    public static T Empty<T>()
        where T : WireUnion, IWireUnion<T> => T.Cases.Empty;

    /// <summary>Returns the text of the value.</summary>
    public override string ToString() =>
        (Value is JsonElement { ValueKind: JsonValueKind.String } text ? JsonElementText.GetString(text) : Value.ToString()) ?? "";

    /// <summary>
    /// Returns the value as a type that cannot be distinguished from others: the value itself, or <see cref="Json"/> if it matches the type. It is
    /// deserialized on each call.
    /// </summary>
    /// <returns><see langword="null"/> if the value is of another type.</returns>
    protected T? As<T>(WireType<T> type)
        where T : class
    {
        if (Value is T value)
            return value;
        return Json is { ValueKind: not JsonValueKind.Undefined } json && TryRead(type, json, out var read) ? read : null;
    }

    /// <summary>The same as <see cref="As"/> for a type that is a struct, such as a tuple.</summary>
    /// <returns><see langword="null"/> if the value is of another type.</returns>
    protected T? AsValue<T>(WireType<T> type)
        where T : struct
    {
        if (Value is T value)
            return value;
        return Json is { ValueKind: not JsonValueKind.Undefined } json && TryRead(type, json, out var read) ? read : null;
    }

    /// <summary>
    /// Gives a value that is put into a union the property that identifies it there, unless it has one: a union that is read gets its value as it was received.
    /// </summary>
    /// <param name="value">An object, or a union of objects.</param>
    /// <param name="name">The property's name in JSON.</param>
    /// <param name="text">Its value; of a number or boolean, its JSON.</param>
    /// <returns>The same value.</returns>
    protected static T Identified<T>(T value, string name, string text)
        where T : class
    {
        object? innermost = value;
        while (innermost is WireUnion union)
            innermost = union.Value;
        if (innermost is WireModel model)
            ModelChanges.Identify(model, name, text);
        return value;
    }

    private static bool TryRead<T>(WireType<T> type, JsonElement json, [MaybeNullWhen(false)] out T value)
    {
        try
        {
            value = WireJson.Read(type, Encoding.UTF8.GetBytes(json.GetRawText()), Strict);
            return true;
        }
        catch (WireFormatException)
        {
            value = default;
            return false;
        }
    }

    // The JSON was read before, within the caller's own limits.
    private static ReadOptions Strict { get; } = new() { Mode = ContractMode.Strict, MaxDepth = Nesting.Deepest };
}

/// <summary>A union that provides its cases.</summary>
/// <typeparam name="TSelf">The union itself.</typeparam>
public interface IWireUnion<TSelf>
    where TSelf : WireUnion, IWireUnion<TSelf>
{
    /// <summary>Gets the cases in the document's order: one thread-safe object for all instances.</summary>
    static abstract UnionCases<TSelf> Cases { get; }
}
