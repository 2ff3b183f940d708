using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Kiln.Runtime.Contracts;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Serialization.Json;

namespace Kiln.Runtime.Wire;

/// <summary>
/// Kiota's view of a piece of JSON. Our models are read straight from its bytes; for anything else it asks Kiota's own node, which is
/// made at the first such question.
/// </summary>
internal sealed class Utf8JsonParseNode(ReadOnlyMemory<byte> json, ReadOptions options) : IParseNode
{
    private JsonParseNode? other;

    public ReadOnlyMemory<byte> Json => json;

    /// <summary>The first byte of the value, which says of what kind it is.</summary>
    public byte FirstByte => json.Span[JsonScanner.SkipWhiteSpace(json.Span, 0)];

    public bool IsListOfObjects => FirstByte == '[' && Items().TrueForAll(i => i.Span[0] == '{');

    public Action<IParsable>? OnBeforeAssignFieldValues { get; set; }

    public Action<IParsable>? OnAfterAssignFieldValues { get; set; }

    private JsonParseNode Other
    {
        get
        {
            other ??= new(Element());
            other.OnBeforeAssignFieldValues = OnBeforeAssignFieldValues;
            other.OnAfterAssignFieldValues = OnAfterAssignFieldValues;
            return other;
        }
    }

    public T GetObjectValue<T>(ParsableFactory<T> factory)
        where T : IParsable
    {
        // Kiota's node knows this one type by itself and never calls the factory for it.
        if (typeof(T) == typeof(UntypedNode))
            return Other.GetObjectValue(factory);

        var item = factory(this);
        if (item is not IJsonObject model)
            return Other.GetObjectValue(factory);

        OnBeforeAssignFieldValues?.Invoke(item);
        ReadInto(model);
        OnAfterAssignFieldValues?.Invoke(item);
        return item;
    }

    public IEnumerable<T> GetCollectionOfObjectValues<T>(ParsableFactory<T> factory)
        where T : IParsable
    {
        foreach (var item in Items())
            yield return Child(item).GetObjectValue(factory);
    }

    public IParseNode? GetChildNode(string identifier)
    {
        ArgumentNullException.ThrowIfNull(identifier);
        var reader = new Utf8JsonReader(json.Span, new JsonReaderOptions { MaxDepth = options.MaxDepth });
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
            return null;

        IParseNode? found = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isIt = JsonUnicode.NameIs(reader, identifier);
            var value = NextValue(ref reader);
            if (isIt)
                found = Child(value); // of equal names the last counts
        }
        return found;
    }

    public string? GetStringValue() => Other.GetStringValue();

    public bool? GetBoolValue() => Other.GetBoolValue();

    public byte? GetByteValue() => Other.GetByteValue();

    public sbyte? GetSbyteValue() => Other.GetSbyteValue();

    public int? GetIntValue() => Other.GetIntValue();

    public float? GetFloatValue() => Other.GetFloatValue();

    public long? GetLongValue() => Other.GetLongValue();

    public double? GetDoubleValue() => Other.GetDoubleValue();

    public decimal? GetDecimalValue() => Other.GetDecimalValue();

    public Guid? GetGuidValue() => Other.GetGuidValue();

    public DateTimeOffset? GetDateTimeOffsetValue() => Other.GetDateTimeOffsetValue();

    public TimeSpan? GetTimeSpanValue() => Other.GetTimeSpanValue();

    public Date? GetDateValue() => Other.GetDateValue();

    public Time? GetTimeValue() => Other.GetTimeValue();

    public byte[]? GetByteArrayValue() => Other.GetByteArrayValue();

    public IEnumerable<T> GetCollectionOfPrimitiveValues<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>() =>
        Other.GetCollectionOfPrimitiveValues<T>();

    public IEnumerable<T?> GetCollectionOfEnumValues<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>()
        where T : struct, Enum => Other.GetCollectionOfEnumValues<T>();

    public T? GetEnumValue<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>()
        where T : struct, Enum => Other.GetEnumValue<T>();

    private void ReadInto(IJsonObject model)
    {
        var text = JsonText.SkipByteOrderMark(json.Span);
        using var context = new ReadContext(options, json.Length, json.Length - text.Length);
        var reader = new WireReader(text, context);
        try
        {
            reader.Next();
            if (reader.Token == JsonTokenType.StartObject)
                model.Read(ref reader);
            else
                reader.Report("an object");
        }
        catch (JsonException e) when (e is not WireFormatException)
        {
            throw new WireFormatException(JsonText.Reason(e, options.MaxDepth), context.Path(), reader.Consumed);
        }
    }

    private JsonElement Element()
    {
        var reader = new Utf8JsonReader(JsonUnicode.Clean(json.Span), new JsonReaderOptions { MaxDepth = Math.Min(options.MaxDepth, Nesting.DeepestForKiota) });
        try
        {
            return JsonElement.ParseValue(ref reader);
        }
        catch (JsonException e)
        {
            throw new WireFormatException(JsonText.Reason(e, reader.CurrentState.Options.MaxDepth), "$", reader.BytesConsumed);
        }
    }

    private List<ReadOnlyMemory<byte>> Items()
    {
        var items = new List<ReadOnlyMemory<byte>>();
        var reader = new Utf8JsonReader(json.Span, new JsonReaderOptions { MaxDepth = options.MaxDepth });
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
            return items;

        while (NextValue(ref reader) is { Length: > 0 } item)
            items.Add(item);
        return items;
    }

    /// <summary>The bytes of the next value, which the reader is left at the end of; none at the end of a list.</summary>
    private ReadOnlyMemory<byte> NextValue(ref Utf8JsonReader reader)
    {
        if (!reader.Read() || reader.TokenType == JsonTokenType.EndArray)
            return default;
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return json[start..(int)reader.BytesConsumed];
    }

    private Utf8JsonParseNode Child(ReadOnlyMemory<byte> value) => new(value, options)
    {
        OnBeforeAssignFieldValues = OnBeforeAssignFieldValues,
        OnAfterAssignFieldValues = OnAfterAssignFieldValues,
    };
}
