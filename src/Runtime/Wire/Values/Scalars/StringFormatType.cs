using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

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
        if (!IsDeclaredForm(text))
            reader.ReportConverted(Expected);
        if (!isUnicode)
            reader.ReportUnicode();
        else if (!IsAsWritten(text, value))
            reader.Context.FormatChanges++;
        return true;
    }

    /// <summary>Whether the value is written as the text that it was read from.</summary>
    protected virtual bool IsAsWritten(string text, T value) => Format(value) == text;

    /// <summary>Whether the text, which was read, has the form that the document declares, and not another that services write in its place.</summary>
    protected virtual bool IsDeclaredForm(string text) => true;

    internal override void Write(WireWriter writer, T value) => writer.WriteStringValue(Format(value));
}

/// <summary>Bytes in the alphabet that is safe in URLs (RFC 4648, section 5), written without padding, read with or without.</summary>
internal sealed class Base64UrlType : StringFormatType<byte[]>
{
    public static readonly Base64UrlType Instance = new();

    private static readonly BytesType Base64 = new();

    internal override string Expected => "a base64url string";

    public override string Format(byte[] value) => Base64.Format(value).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    public override bool TryParse(string text, [MaybeNullWhen(false)] out byte[] value)
    {
        var plain = text.Replace('-', '+').Replace('_', '/');
        return Base64.TryParse(plain.PadRight((plain.Length + 3) / 4 * 4, '='), out value);
    }
}
