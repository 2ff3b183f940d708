using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Kiln.Runtime.Wire;

/// <summary>
/// A time of day: <c>full-time</c> of RFC 3339, section 5.6, which has an offset, and the <c>partial-time</c> that services written in .NET send in its place.
/// A <see cref="TimeOnly"/> has no place for an offset, so one that was received is kept by the model.
/// </summary>
internal sealed class TimeType : StringFormatType<TimeOnly>
{
    public static readonly TimeType Instance = new();

    internal override string Expected => "a time of RFC 3339";

    public override string Format(TimeOnly value) => LocalTimeType.Write(value);

    public override bool TryParse(string text, [MaybeNullWhen(false)] out TimeOnly value) => LocalTimeType.TryRead(WithoutOffset(text), out value);

    private static ReadOnlySpan<char> WithoutOffset(ReadOnlySpan<char> text) => text switch
    {
        [.. var time, 'Z' or 'z'] => time,
        [.. var time, '+' or '-', var h1, var h2, ':', var m1, var m2] when IsBelow(h1, h2, 24) && IsBelow(m1, m2, 60) => time,
        _ => text,
    };

    private static bool IsBelow(char tens, char ones, int limit) =>
        char.IsAsciiDigit(tens) && char.IsAsciiDigit(ones) && (tens - '0') * 10 + (ones - '0') < limit;
}

/// <summary>A time of day without an offset (<c>time-local</c> of the OpenAPI format registry).</summary>
internal sealed class LocalTimeType : StringFormatType<TimeOnly>
{
    public static readonly LocalTimeType Instance = new();

    private static readonly string[] Forms = ["HH:mm:ss", "HH:mm:ss.FFFFFFF"];

    internal override string Expected => "a time without an offset";

    public override string Format(TimeOnly value) => Write(value);

    public override bool TryParse(string text, [MaybeNullWhen(false)] out TimeOnly value) => TryRead(text, out value);

    internal static string Write(TimeOnly value) => value.ToString(Forms[1], CultureInfo.InvariantCulture);

    internal static bool TryRead(ReadOnlySpan<char> text, out TimeOnly value) =>
        TimeOnly.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out value);
}
