using System.Text;
using System.Text.Json;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Streaming;

/// <summary>Describes the items of a body. Immutable and thread-safe.</summary>
/// <typeparam name="T">The type of an item.</typeparam>
/// <param name="item">The type of an item.</param>
/// <param name="format">How the items are separated.</param>
public sealed class ItemStreamType<T>(WireType<T> item, ItemStreamFormat format) : IBodyWriter<T>, IStreamWriter<T>
{
    /// <summary>
    /// Gets the property that has the item, if each value is an object around one, as in the streams of gRPC-gateway: <c>{"result": …}</c>. The default, null, is that each value is an item.
    /// </summary>
    public string? ResultProperty { get; init; }

    /// <summary>
    /// Gets the property of an object without an item that has an error, which ends the stream: <c>{"error": …}</c>. The error is read as the body of an error with status 500 is. It
    /// counts only together with <see cref="ResultProperty"/>. The default is null.
    /// </summary>
    public string? ErrorProperty { get; init; }

    Type IBodyWriter.ValueType => typeof(T);

    internal WireType<T> Item => item;

    internal ItemStreamFormat Format => format;

    WrittenBody? IBodyWriter<T>.Write(T value) => Write([value]);

    WrittenBody IStreamWriter<T>.WriteItems(IEnumerable<T> items) => Write(items);

    private WrittenBody Write(IEnumerable<T> items)
    {
        var texts = items.Select(TextOf);
        return format switch
        {
            ItemStreamFormat.Array => WrittenBody.Json(Encoding.UTF8.GetBytes($"[{string.Join(',', texts)}]")),
            ItemStreamFormat.Sequence => new(Encoding.UTF8.GetBytes(string.Concat(texts.Select(t => $"\u001e{t}\n"))), "application/json-seq"),
            _ => new(Encoding.UTF8.GetBytes(string.Concat(texts.Select(t => t + "\n"))), "application/x-ndjson"),
        };
    }

    private string TextOf(T value)
    {
        var json = Encoding.UTF8.GetString(WireJson.Write(item, value));
        return ResultProperty is null ? json : $"{{\"{JsonEncodedText.Encode(ResultProperty)}\":{json}}}";
    }
}
