using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Xml;

namespace Kiln.Runtime.Wire;

/// <summary>A value that JSON has no kind for, so that it is sent as a string with a format of its own.</summary>
internal abstract class StringFormatType<T> : ScalarType<T>
    where T : notnull
{
    internal override bool TryRead(ref WireReader reader, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        if (reader.Token != JsonTokenType.String)
            return false;
        var text = reader.Text(out var isUnicode);
        if (!TryParse(text, out value))
            return false;
        if (!isUnicode)
            reader.ReportUnicode();
        else if (!IsAsWritten(text, value))
            reader.Context.FormatChanges++;
        return true;
    }

    /// <summary>Whether the value is written as the text that it was read from.</summary>
    protected virtual bool IsAsWritten(string text, T value) => Format(value) == text;

    internal override void Write(WireWriter writer, T value) => writer.WriteStringValue(Format(value));
}

/// <summary>A time of day: <c>partial-time</c> of RFC 3339, section 5.6. An offset has no place in a TimeOnly and is refused.</summary>
internal sealed class TimeType : StringFormatType<TimeOnly>
{
    private static readonly string[] Forms = ["HH:mm:ss", "HH:mm:ss.FFFFFFF", "HH:mm:ssZ", "HH:mm:ss.FFFFFFFZ"];

    internal override string Expected => "a time of RFC 3339";

    public override string Format(TimeOnly value) => value.ToString(Forms[1], CultureInfo.InvariantCulture);

    public override bool TryParse(string text, [MaybeNullWhen(false)] out TimeOnly value) =>
        TimeOnly.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out value);
}

/// <summary>A span of time: <c>duration</c> of RFC 3339, appendix A, a year taken as 365 days, a month as 30 and a week (<c>P2W</c>) as 7.</summary>
internal sealed class DurationType : StringFormatType<TimeSpan>
{
    internal override string Expected => "a duration of RFC 3339";

    public override string Format(TimeSpan value) => XmlConvert.ToString(value);

    public override bool TryParse(string text, [MaybeNullWhen(false)] out TimeSpan value) => Iso8601Duration.TryParse(text, out value);
}

/// <summary>Bytes in the alphabet that is safe in URLs (RFC 4648, section 5), written without padding, read with or without.</summary>
internal sealed class Base64UrlType : StringFormatType<byte[]>
{
    private static readonly BytesType Base64 = new();

    internal override string Expected => "a base64url string";

    public override string Format(byte[] value) => Base64.Format(value).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    public override bool TryParse(string text, [MaybeNullWhen(false)] out byte[] value)
    {
        var plain = text.Replace('-', '+').Replace('_', '/');
        return Base64.TryParse(plain.PadRight((plain.Length + 3) / 4 * 4, '='), out value);
    }
}
