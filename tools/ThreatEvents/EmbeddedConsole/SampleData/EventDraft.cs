using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace ThreatEvents.EmbeddedConsole.SampleData;

/// <summary>An event in the making: every field is null until it is given a value.</summary>
internal sealed class EventDraft(IReadOnlyCollection<string> fields)
{
    private readonly Dictionary<string, object> values = new(StringComparer.Ordinal);

    public string this[string field] { set => Put(field, value); }

    public void Put(string field, bool value) => Put(field, (object)value);

    public void Put(string field, int value) => Put(field, (object)value);

    /// <summary>The vendor writes times with six decimals, or with none when the fraction is zero.</summary>
    public void Put(string field, DateTimeOffset value) =>
        Put(field, value.ToString(value.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture));

    public StoredEvent ToEvent()
    {
        var json = new ArrayBufferWriter<byte>(4096);
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            foreach (var field in fields)
                Write(writer, field);

            writer.WriteEndObject();
        }

        using var document = JsonDocument.Parse(json.WrittenMemory);
        return StoredEvent.Read(document.RootElement);
    }

    private void Put(string field, object value)
    {
        if (!fields.Contains(field))
            throw new ArgumentException($"An event has no field '{field}'.", nameof(field));

        values[field] = value;
    }

    private void Write(Utf8JsonWriter writer, string field)
    {
        switch (values.GetValueOrDefault(field))
        {
            case string text: writer.WriteString(field, text); break;
            case bool flag: writer.WriteBoolean(field, flag); break;
            case int number: writer.WriteNumber(field, number); break;
            default: writer.WriteNull(field); break;
        }
    }
}
