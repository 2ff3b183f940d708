using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Kiln.Runtime.Wire;

/// <summary>Seconds since 1970 in UTC, a number (<c>unixtime</c> of the OpenAPI format registry).</summary>
internal sealed class UnixTimeType : ScalarType<DateTimeOffset>
{
    public static readonly UnixTimeType Instance = new();

    internal override string Expected => "a number of seconds since 1970";

    public override string Format(DateTimeOffset value) => Seconds(value).ToString(CultureInfo.InvariantCulture);

    public override bool TryParse(string text, [MaybeNullWhen(false)] out DateTimeOffset value)
    {
        value = default;
        return NumberTypes.Decimal.TryParse(text, out var seconds) && TryMake(seconds, out value);
    }

    internal override bool TryRead(ref WireReader reader, [MaybeNullWhen(false)] out DateTimeOffset value)
    {
        value = default;
        if (!NumberTypes.Decimal.TryRead(ref reader, out var seconds) || !TryMake(seconds, out value))
            return false;
        if (Seconds(value) != seconds)
            reader.Context.FormatChanges++;
        return true;
    }

    protected override bool TryReadOther(IParseNode node, [MaybeNullWhen(false)] out DateTimeOffset value)
    {
        value = default;
        return node.GetDecimalValue() is { } seconds && TryMake(seconds, out value);
    }

    internal override void Write(WireWriter writer, DateTimeOffset value) => writer.WriteNumberValue(Seconds(value));

    internal override void Write(ISerializationWriter writer, string name, DateTimeOffset value) => writer.WriteDecimalValue(name, Seconds(value));

    private static bool TryMake(decimal seconds, out DateTimeOffset value)
    {
        var earliest = (decimal)(DateTimeOffset.MinValue - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerSecond;
        var latest = (decimal)(DateTimeOffset.MaxValue - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerSecond;
        var isTime = seconds >= earliest && seconds <= latest;
        value = isTime ? DateTimeOffset.UnixEpoch.AddTicks((long)(seconds * TimeSpan.TicksPerSecond)) : default;
        return isTime;
    }

    private static decimal Seconds(DateTimeOffset value) => (decimal)(value - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerSecond;
}

/// <summary>A date in HTTP's form (RFC 9110, section 5.6.7): read in all three forms, written in the first.</summary>
internal sealed class HttpDateType : StringFormatType<DateTimeOffset>
{
    public static readonly HttpDateType Instance = new();

    private static readonly string[] Forms = ["r", "dddd, dd-MMM-yy HH:mm:ss 'GMT'", "ddd MMM d HH:mm:ss yyyy"];

    internal override string Expected => "a date of HTTP";

    public override string Format(DateTimeOffset value) => value.ToString(Forms[0], CultureInfo.InvariantCulture);

    public override bool TryParse(string text, [MaybeNullWhen(false)] out DateTimeOffset value) => DateTimeOffset.TryParseExact(
        text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowInnerWhite, out value);
}

/// <summary>A date-time without an offset (<c>date-time-local</c> of the OpenAPI format registry).</summary>
internal sealed class LocalDateTimeType : StringFormatType<DateTime>
{
    public static readonly LocalDateTimeType Instance = new();

    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm:ss"];

    internal override string Expected => "a date-time without an offset";

    public override string Format(DateTime value) => value.ToString(Forms[0], CultureInfo.InvariantCulture);

    public override bool TryParse(string text, [MaybeNullWhen(false)] out DateTime value) =>
        DateTime.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out value);
}
