using System.Buffers;
using System.Text.Json;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Streaming;

/// <summary>Writes an event as the object that a document describes it as.</summary>
internal sealed class EventObject
{
    private readonly ArrayBufferWriter<byte> buffer = new();
    private readonly Utf8JsonWriter writer;

    public EventObject() => writer = new(buffer, new JsonWriterOptions { Encoder = JsonText.WriterOptions.Encoder, SkipValidation = true });

    /// <summary>Writes an event.</summary>
    /// <param name="hasName">Whether it has a name.</param>
    /// <param name="name">The name.</param>
    /// <param name="hasId">Whether it has an id.</param>
    /// <param name="id">The id.</param>
    /// <param name="retry">Its reconnection time; -1 for none.</param>
    /// <param name="data">Its data.</param>
    /// <param name="context">Where the reading is, if the data are JSON; null if they are text.</param>
    /// <returns>The object, until the next one is written.</returns>
    /// <exception cref="WireFormatException">The data are not JSON.</exception>
    public ReadOnlySpan<byte> Write(bool hasName, ReadOnlySpan<byte> name, bool hasId, ReadOnlySpan<byte> id, long retry, ReadOnlySpan<byte> data, ReadContext? context)
    {
        buffer.ResetWrittenCount();
        writer.Reset(buffer);
        writer.WriteStartObject();
        if (hasName)
            writer.WriteString("event"u8, name);
        if (hasId)
            writer.WriteString("id"u8, id);
        if (retry >= 0)
            writer.WriteNumber("retry"u8, retry);
        if (context is null)
            writer.WriteString("data"u8, data);
        else
            WriteJson(data, context);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan;
    }

    // Checked first, as data that are not one value could add properties to the object.
    private void WriteJson(ReadOnlySpan<byte> data, ReadContext context)
    {
        var reader = new Utf8JsonReader(data, new JsonReaderOptions { MaxDepth = context.MaxDepth });
        try
        {
            while (reader.Read())
            {
            }
        }
        catch (JsonException e)
        {
            throw new WireFormatException(JsonText.Reason(e, context.MaxDepth), context.Path() + ".data", context.OffsetBase + reader.BytesConsumed);
        }
        writer.WritePropertyName("data"u8);
        writer.WriteRawValue(data, skipInputValidation: true);
    }
}
