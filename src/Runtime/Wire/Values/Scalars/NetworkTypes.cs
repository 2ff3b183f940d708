using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace Kiln.Runtime.Wire;

/// <summary>
/// A URI (RFC 3986), an IRI (RFC 3987), or a reference to one. Nearly every text is a reference, so templates and empty texts are taken too;
/// what .NET takes apart lazily costs little to make.
/// </summary>
internal sealed class UriType : StringFormatType<Uri>
{
    public static readonly UriType Instance = new();

    internal override string Expected => "a URI";

    public override string Format(Uri value) => value.OriginalString;

    public override bool TryParse(string text, [MaybeNullWhen(false)] out Uri value) => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out value);

    internal override void Write(WireWriter writer, Uri value) => writer.WriteStringValue(value?.OriginalString);

    protected override bool IsAsWritten(string text, Uri value) => ReferenceEquals(text, value.OriginalString) || text == value.OriginalString;
}

/// <summary>An address of IPv4 (RFC 2673, section 3.2) or IPv6 (RFC 4291, section 2.2), without brackets, prefix length and port.</summary>
internal sealed class IPAddressType : StringFormatType<IPAddress>
{
    public static readonly IPAddressType Instance = new();

    internal override string Expected => "an IP address";

    public override string Format(IPAddress value) => value.ToString();

    public override bool TryParse(string text, [MaybeNullWhen(false)] out IPAddress value)
    {
        // .NET takes "1" and "0x7f.1" for addresses, as C's inet_aton does, and drops what stands behind brackets.
        value = null;
        var isAddress = text.Contains(':') ? !text.Contains('[') : text.Count(c => c == '.') == 3 && text.All(c => c is '.' or (>= '0' and <= '9'));
        return isAddress && IPAddress.TryParse(text, out value);
    }

    internal override void Write(WireWriter writer, IPAddress value) => writer.WriteStringValue(value?.ToString());
}

/// <summary>A text of one UTF-16 character.</summary>
internal sealed class CharType : StringFormatType<char>
{
    public static readonly CharType Instance = new();

    internal override string Expected => "a string of one character";

    public override string Format(char value) => value.ToString();

    public override bool TryParse(string text, out char value)
    {
        value = text.Length == 1 ? text[0] : '\0';
        return text.Length == 1;
    }
}
