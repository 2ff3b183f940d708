using Kiln.Generator.Collections;

namespace Kiln.Generator.Shapes.Files;

/// <summary>What comes back.</summary>
/// <param name="Type">The C# type; <c>NoContent</c> for nothing.</param>
/// <param name="Content">How it is read; <see langword="null"/> for nothing.</param>
/// <param name="EmptyStatuses">The status codes beside 204 and 205 of responses without a body; <see langword="null"/> if each has one, or none.</param>
/// <param name="IsUnknown">Whether there may be a body of which nothing is known, which a second method gives as a stream.</param>
/// <example><c>("ThreatEventPage", new JsonContentShape("WireType.Model&lt;ThreatEventPage&gt;()"), EmptyStatuses: null, IsUnknown: false)</c></example>
internal sealed record ResponseShape(string Type, ContentShape? Content, EquatableArray<int>? EmptyStatuses, bool IsUnknown)
{
    /// <summary>The status codes of the documented successes; empty if a range of them is documented.</summary>
    public EquatableArray<int> Statuses { get; init; } = [];

    /// <summary>Whether the headers are all that there is.</summary>
    public bool IsHead { get; init; }
}

/// <summary>A further method, which reads other media types.</summary>
/// <param name="Name">What the names of its methods begin with: <c>GetText</c>.</param>
/// <param name="Accept">The value of the <c>Accept</c> header.</param>
/// <param name="MediaTypes">What it asks for, as a person reads it.</param>
/// <param name="Response">What comes back.</param>
internal sealed record AnswerShape(string Name, string Accept, string MediaTypes, ResponseShape Response);

/// <summary>The method that takes a media type.</summary>
/// <param name="Name">What its name begins with: <c>GetStream</c>.</param>
/// <param name="MediaTypes">The media types of the document.</param>
/// <param name="Constants">The class with a constant for each; <see langword="null"/> if there is none.</param>
internal sealed record RawShape(string Name, EquatableArray<string> MediaTypes, string? Constants);
