using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Kiln.Runtime.Contracts;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Kiln.Runtime.Wire;

/// <summary>Describes how values of a type are read and written: in JSON, in URLs and headers, and through Kiota's parse nodes and writers.</summary>
/// <remarks>Created by <see cref="WireType"/>. Immutable and thread-safe.</remarks>
/// <typeparam name="T">The C# type of the values.</typeparam>
public abstract class WireType<T>
{
    private protected WireType()
    {
    }

    /// <summary>How long the last request body of this type was, to begin the next with room for it.</summary>
    internal int LastLength { get; set; }

    /// <summary>The types that were made of this one first.</summary>
    internal CompositeTypes? Composites;

    /// <summary>What the type is called in a violation: <c>a string</c>.</summary>
    internal abstract string Expected { get; }

    /// <summary>Whether JSON null is one of the values.</summary>
    internal virtual bool AcceptsNull => false;

    /// <summary>Returns the value as text for a path segment, a query parameter or a header, not yet encoded.</summary>
    /// <exception cref="NotSupportedException">The type is an object, an array or free-form JSON.</exception>
    public virtual string Format(T value) => throw new NotSupportedException($"There is no plain text for {Expected}.");

    /// <summary>Parses the result of <see cref="Format"/>, and other formats that are accepted tolerantly.</summary>
    /// <returns><see langword="false"/> if the text is not a value of the type.</returns>
    public virtual bool TryParse(string text, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        return false;
    }

    /// <summary>
    /// Reads the value that the reader is at. On success the reader is at the value's last token; otherwise it has not moved,
    /// and the caller reports and skips.
    /// </summary>
    internal abstract bool TryRead(ref WireReader reader, [MaybeNullWhen(false)] out T value);

    internal abstract void Write(WireWriter writer, T value);

    /// <summary>Reads from Kiota's node; what only JSON can say goes the long way round, through the node's untyped tree.</summary>
    internal virtual bool TryRead(IParseNode node, [MaybeNullWhen(false)] out T value) => TryReadJson(node, out value);

    /// <summary>Writes to Kiota's writer; what it has no method for is handed over as finished JSON.</summary>
    internal virtual void Write(ISerializationWriter writer, string name, T value) =>
        writer.WriteAdditionalData(new Dictionary<string, object> { [name] = ToElement(value) });

    /// <summary>Reads the JSON of one of Kiota's nodes.</summary>
    /// <returns><see langword="false"/> if the node has no JSON, or it is no such value, or a part of it cannot be read, so that the field keeps its JSON.</returns>
    private protected bool TryReadJson(IParseNode node, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        if (!KiotaNodes.TryGetJson(node, out var json))
            return false;

        using var context = new ReadContext(ReadOptions.Default, json.Length);
        var reader = new WireReader(json, context);
        reader.Next();
        return TryRead(ref reader, out value) && context.Losses == 0;
    }

    /// <summary>Returns the value as an element that Kiota's writers can write.</summary>
    private protected JsonElement ToElement(T value)
    {
        using var writer = new WireWriter();
        Write(writer, value);
        return JsonElementText.Clean(JsonElementText.Parse(writer.Written));
    }
}
