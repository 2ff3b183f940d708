using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using Kiln.Runtime.Contracts;

namespace Kiln.Runtime.Wire;

/// <summary>A value that is one of several shapes. Never changes; what is in it may.</summary>
public abstract class WireUnion
{
    /// <summary>Holds a value of a case.</summary>
    /// <param name="value">The value.</param>
    /// <param name="index">The case's place, or -1 for JSON that is of no case.</param>
    protected WireUnion(object value, int index)
    {
        ArgumentNullException.ThrowIfNull(value);
        Value = value;
        Index = index;
    }

    /// <summary>
    /// The value, never null, to be asked for its type: <c>switch (union.Value) { case Cat cat: … }</c>. A <see cref="JsonElement"/> is JSON as it
    /// came: of a case that the document does not name, or does not tell from another.
    /// </summary>
    public object Value { get; }

    /// <summary>The JSON as it came, if it is of no case that the document tells; otherwise null.</summary>
    public JsonElement? Json => Index < 0 ? (JsonElement)Value : null;

    /// <summary>The place of the value's case, in the document's order; -1 for JSON that is of none.</summary>
    protected internal int Index { get; }

    /// <summary>A union that nothing has been put into yet; written as JSON null.</summary>
    public static T Empty<T>()
        where T : WireUnion, IWireUnion<T> => T.Cases.Empty;

    /// <summary>The value's own text.</summary>
    public override string ToString() =>
        (Value is JsonElement { ValueKind: JsonValueKind.String } text ? JsonElementText.GetString(text) : Value.ToString()) ?? "";

    /// <summary>
    /// The value as a type that the document does not tell from others: itself, or read from <see cref="Json"/> if that keeps all that the document
    /// says of the type. Read anew at each call.
    /// </summary>
    /// <returns><see langword="null"/> if it is no such value.</returns>
    protected T? As<T>(WireType<T> type)
        where T : class
    {
        if (Value is T value)
            return value;
        return Json is { ValueKind: not JsonValueKind.Undefined } json && TryRead(type, json, out var read) ? read : null;
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

/// <summary>A union that tells its own cases.</summary>
/// <typeparam name="TSelf">The union itself.</typeparam>
public interface IWireUnion<TSelf>
    where TSelf : WireUnion, IWireUnion<TSelf>
{
    /// <summary>The cases in the document's order; one object for all instances, safe for all threads.</summary>
    static abstract UnionCases<TSelf> Cases { get; }
}
