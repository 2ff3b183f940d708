using System.Globalization;
using Kiln.Generator.Diagnostics;

namespace Kiln.Tool.Gates;

/// <summary>A finding that was accepted.</summary>
/// <param name="Fingerprint">By which it is recognised.</param>
/// <param name="Id">Its rule, for people.</param>
/// <param name="Subject">What it is about, for people.</param>
/// <param name="Reason">Why it was accepted.</param>
/// <param name="Expires">The last day on which it is; <see langword="null"/> for no end.</param>
internal sealed record BaselineEntry(string Fingerprint, string Id, string Subject, string Reason, DateOnly? Expires)
{
    /// <summary>Where it is in its file; <see langword="null"/> for one that is not written yet.</summary>
    public SourceLocation? Location { get; init; }

    public bool IsExpired(DateOnly today) => Expires < today;

    /// <summary>What it is about, in a message.</summary>
    public string Name => (Id, Subject) switch
    {
        ("", _) => Fingerprint,
        (_, "") => Id,
        _ => $"{Id} of {Subject}",
    };

    /// <summary>A day as the file has it.</summary>
    /// <example><c>2027-01-31</c></example>
    public static string Write(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The day; <see langword="null"/> if the text is not one.</summary>
    public static DateOnly? ReadDay(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
