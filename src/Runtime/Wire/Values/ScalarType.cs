using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Kiln.Runtime.Wire;

/// <summary>A value that is one JSON token, and has a plain text for URLs and headers.</summary>
internal abstract class ScalarType<T> : WireType<T>
    where T : notnull
{
    public abstract override string Format(T value);

    public abstract override bool TryParse(string text, [MaybeNullWhen(false)] out T value);

    /// <summary>Strings come first, since Kiota's text and form nodes have nothing else, and its JSON node returns null for other kinds.</summary>
    internal override bool TryRead(IParseNode node, [MaybeNullWhen(false)] out T value)
    {
        try
        {
            return node.GetStringValue() is { } text ? TryParse(text, out value) : TryReadOther(node, out value);
        }
        catch (Exception e) when (e is JsonException or FormatException or OverflowException or InvalidOperationException)
        {
            // How Kiota's nodes say that a value is out of range or of another kind.
            value = default;
            return false;
        }
    }

    /// <summary>Reads a node that holds no string.</summary>
    protected virtual bool TryReadOther(IParseNode node, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        return false;
    }

    internal override void Write(ISerializationWriter writer, string name, T value) => writer.WriteStringValue(name, Format(value));
}
