using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace Kiln.Runtime.Wire;

internal sealed class DateTimeType : ScalarType<DateTimeOffset>
{
    public static readonly DateTimeType Instance = new();

    internal override string Expected => "a date-time of RFC 3339";

    public override string Format(DateTimeOffset value) => Rfc3339.Format(value);

    public override bool TryParse(string text, [MaybeNullWhen(false)] out DateTimeOffset value) => Rfc3339.Parse(text, out value) != DateTimeMatch.No;

    internal override bool TryRead(ref WireReader reader, [MaybeNullWhen(false)] out DateTimeOffset value)
    {
        value = default;
        if (reader.Token != JsonTokenType.String)
            return false;

        var match = reader.IsEscaped ? Rfc3339.Parse(reader.Text(), out value) : Rfc3339.Parse(reader.Bytes, out value);
        if (match == DateTimeMatch.Loose)
            reader.ReportConverted(Expected);
        else if (match == DateTimeMatch.Finer || match == DateTimeMatch.Exact && !Rfc3339.IsAsWritten(reader.Bytes, value))
            reader.Context.FormatChanges++;
        return match != DateTimeMatch.No;
    }

    internal override void Write(WireWriter writer, DateTimeOffset value) => writer.WriteStringValue(value);
}

internal sealed class DateType : ScalarType<DateOnly>
{
    public static readonly DateType Instance = new();

    private const string Form = "yyyy-MM-dd";

    internal override string Expected => "a date of RFC 3339";

    public override string Format(DateOnly value) => value.ToString(Form, CultureInfo.InvariantCulture);

    public override bool TryParse(string text, [MaybeNullWhen(false)] out DateOnly value) =>
        DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out value);

    internal override bool TryRead(ref WireReader reader, [MaybeNullWhen(false)] out DateOnly value)
    {
        value = default;
        return reader.Token == JsonTokenType.String && TryParse(reader.Text(), out value);
    }

    internal override void Write(WireWriter writer, DateOnly value) => writer.WriteStringValue(Format(value));
}
