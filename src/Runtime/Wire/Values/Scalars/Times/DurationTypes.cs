using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Xml;

namespace Kiln.Runtime.Wire;

/// <summary>
/// A span of time: <c>duration</c> of RFC 3339, appendix A, a year taken as 365 days, a month as 30 and a week (<c>P2W</c>) as 7. Services that are written in
/// .NET declare it and send their own form.
/// </summary>
internal sealed class DurationType : StringFormatType<TimeSpan>
{
    public static readonly DurationType Instance = new();

    internal override string Expected => "a duration of RFC 3339";

    public override string Format(TimeSpan value) => XmlConvert.ToString(value);

    public override bool TryParse(string text, [MaybeNullWhen(false)] out TimeSpan value) => Iso8601Duration.TryParse(text, out value) || DotNetDuration.TryParse(text, out value);

    protected override bool IsDeclaredForm(string text) => !DotNetDuration.IsOne(text);
}

/// <summary>A span of time in .NET's own form, which is read in the form of RFC 3339 as well: the formats of NSwag and Swashbuckle do not say which it is.</summary>
internal sealed class DotNetDurationType : StringFormatType<TimeSpan>
{
    public static readonly DotNetDurationType Instance = new();

    internal override string Expected => "a duration of .NET";

    public override string Format(TimeSpan value) => value.ToString("c", CultureInfo.InvariantCulture);

    public override bool TryParse(string text, [MaybeNullWhen(false)] out TimeSpan value) => DotNetDuration.TryParse(text, out value) || Iso8601Duration.TryParse(text, out value);
}

/// <summary>Reads .NET's constant form of a duration: <c>[-][d.]hh:mm:ss[.fffffff]</c>.</summary>
internal static class DotNetDuration
{
    /// <summary>Whether a text that is a duration is one in this form.</summary>
    public static bool IsOne(string text) => text.Contains(':');

    // .NET takes less for one too: "5" for five days, "1:30" for an hour and a half, which nobody else would.
    public static bool TryParse(string text, out TimeSpan value)
    {
        value = default;
        return text.AsSpan().Count(':') == 2 && TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out value);
    }
}
