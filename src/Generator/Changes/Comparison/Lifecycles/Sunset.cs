using System.Globalization;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Changes.Comparison.Lifecycles;

/// <summary>The date from which on something deprecated may be removed (<c>x-sunset</c>).</summary>
/// <param name="Text">As the document has it; <see langword="null"/> if it has none.</param>
/// <param name="Date">The day; <see langword="null"/> if there is none, or the text is no date.</param>
internal readonly record struct Sunset(string? Text, DateTime? Date)
{
    public const string Key = "x-sunset";

    // A full-date or date-time of RFC 3339, section 5.6.
    private static readonly string[] Formats = ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];

    public bool IsMissing => Text is null;

    public bool IsInvalid => Text is not null && Date is null;

    public static Sunset Of(PointedNode node)
    {
        if (node[Key] is not { } value)
            return default;
        var text = value.AsScalarText() ?? "";
        return DateTime.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date) ? new(text, date.Date) : new(text, null);
    }

    /// <summary>Whether fewer days are left until the date than something has to be deprecated.</summary>
    public bool IsTooSoon(LifecycleTerms terms, int days) => Date is { } date && (date - terms.Today.Date).Days < days;
}
