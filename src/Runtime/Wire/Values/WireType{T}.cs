using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Kiln.Runtime.Wire;

/// <summary>How values of one type travel: in JSON, in a URL or a header, and through Kiota's own readers and writers.</summary>
/// <remarks>Made by <see cref="WireType"/>. Never changes once made, so all threads may share it.</remarks>
/// <typeparam name="T">The C# type of the values.</typeparam>
public abstract class WireType<T>
{
    private protected WireType()
    {
    }

    /// <summary>How long the last request body of this type was, to begin the next with room for it.</summary>
    internal int LastLength { get; set; }

    /// <summary>What the type is called in a violation: <c>a string</c>.</summary>
    internal abstract string Expected { get; }

    /// <summary>Whether JSON null is one of the values.</summary>
    internal virtual bool AcceptsNull => false;

    /// <summary>The value as a path segment, a query parameter or a header has it, not yet escaped for its place.</summary>
    /// <exception cref="NotSupportedException">The type is an object, a list, a map or free-form JSON.</exception>
    public virtual string Format(T value) => throw new NotSupportedException($"There is no plain text for {Expected}.");

    /// <summary>Reads what <see cref="Format"/> writes, forms included that are only taken tolerantly; <see langword="false"/> if the text is no such value.</summary>
    public virtual bool TryParse(string text, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        return false;
    }

    /// <summary>
    /// Reads the value that the reader stands on. On success the reader stands on the value's last token; otherwise it has not moved,
    /// and the caller reports and skips.
    /// </summary>
    internal abstract bool TryRead(ref WireReader reader, [MaybeNullWhen(false)] out T value);

    internal abstract void Write(WireWriter writer, T value);

    /// <summary>Reads from Kiota's node; what only JSON can say goes the long way round, through the node's untyped tree.</summary>
    internal virtual bool TryRead(IParseNode node, [MaybeNullWhen(false)] out T value) => KiotaNodes.TryRead(this, node, out value);

    /// <summary>Writes to Kiota's writer; what it has no method for is handed over as finished JSON.</summary>
    internal virtual void Write(ISerializationWriter writer, string name, T value) =>
        writer.WriteAdditionalData(new Dictionary<string, object> { [name] = KiotaNodes.ToElement(this, value) });
}
