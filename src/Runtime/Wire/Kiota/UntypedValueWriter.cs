using System.Collections;
using System.Globalization;
using System.Text.Json;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Kiln.Runtime.Wire;

/// <summary>Writes what callers, or Kiota's own readers, put into a model's additional data; by known types, without reflection.</summary>
internal static class UntypedValueWriter
{
    public static void Write(WireWriter writer, object? value)
    {
        switch (value)
        {
            case null or UntypedNull: writer.WriteNullValue(); break;
            case JsonElement { ValueKind: JsonValueKind.Undefined }: writer.WriteNullValue(); break;
            case JsonElement element: writer.WriteElement(element); break;
            case string text: writer.WriteStringValue(text); break;
            case bool boolean: writer.WriteBooleanValue(boolean); break;
            case int number: writer.WriteNumberValue(number); break;
            case long number: writer.WriteNumberValue(number); break;
            case double number: writer.WriteNumberValue(number); break;
            case float number: writer.WriteNumberValue(number); break;
            case decimal number: writer.WriteNumberValue(number); break;
            case byte number: writer.WriteNumberValue(number); break;
            case sbyte number: writer.WriteNumberValue(number); break;
            case short number: writer.WriteNumberValue(number); break;
            case ushort number: writer.WriteNumberValue(number); break;
            case uint number: writer.WriteNumberValue(number); break;
            case ulong number: writer.WriteNumberValue(number); break;
            case Guid guid: writer.WriteStringValue(guid); break;
            case DateTimeOffset time: writer.WriteStringValue(time); break;
            case DateTime time: writer.WriteStringValue(time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture)); break;
            case DateOnly date: writer.WriteStringValue(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)); break;
            case byte[] bytes: writer.WriteBase64StringValue(bytes); break;
            case IJsonObject model: model.Write(writer); break;
            case IUnionValue union: Write(writer, union.Value); break;
            case UntypedNode node: WriteUntyped(writer, node); break;
            case IDictionary map: WriteMap(writer, map); break;
            case IEnumerable items: WriteItems(writer, items); break;
            default: throw new ArgumentException($"Additional data cannot hold a {value.GetType().Name}; give it as a JsonElement.", nameof(value));
        }
    }

    private static void WriteUntyped(WireWriter writer, UntypedNode node)
    {
        switch (node)
        {
            case UntypedString text when text.GetValue() is { } value: writer.WriteStringValue(value); break;
            case UntypedString: writer.WriteNullValue(); break;
            case UntypedBoolean boolean: writer.WriteBooleanValue(boolean.GetValue()); break;
            case UntypedInteger number: writer.WriteNumberValue(number.GetValue()); break;
            case UntypedLong number: writer.WriteNumberValue(number.GetValue()); break;
            case UntypedDecimal number: writer.WriteNumberValue(number.GetValue()); break;
            case UntypedDouble number: writer.WriteNumberValue(number.GetValue()); break;
            case UntypedFloat number: writer.WriteNumberValue(number.GetValue()); break;
            case UntypedArray array: WriteItems(writer, array.GetValue()); break;
            case UntypedObject map:
                writer.WriteStartObject();
                foreach (var (name, value) in map.GetValue())
                {
                    writer.WriteName(name);
                    Write(writer, value);
                }
                writer.WriteEndObject();
                break;
            default: throw new ArgumentException($"Additional data cannot hold a {node.GetType().Name}; give it as a JsonElement.", nameof(node));
        }
    }

    private static void WriteMap(WireWriter writer, IDictionary map)
    {
        writer.WriteStartObject();
        foreach (DictionaryEntry entry in map)
        {
            writer.WriteName(entry.Key as string ?? throw new ArgumentException("A map in additional data needs strings as its keys.", nameof(map)));
            Write(writer, entry.Value);
        }
        writer.WriteEndObject();
    }

    private static void WriteItems(WireWriter writer, IEnumerable items)
    {
        writer.WriteStartArray();
        foreach (var item in items)
            Write(writer, item);
        writer.WriteEndArray();
    }
}
