using System.Globalization;

namespace Kiln.Generator.Tests.Answers;

/// <summary>How the responses of a document fared.</summary>
/// <param name="Documents">How many documents.</param>
/// <param name="Operations">How many operations they have.</param>
/// <param name="Answers">How many responses they have: each status code with each media type.</param>
/// <param name="Read">How many were served and read: each response several times, and by each method that can get it.</param>
/// <param name="Undocumented">How many were served that the document does not have.</param>
/// <param name="Impossible">How many responses were not made, since a schema has no value.</param>
/// <param name="Ambiguous">How many were read otherwise since they are several cases of a union at once.</param>
/// <param name="Differences">What else was read otherwise than it was served.</param>
internal sealed record AnswerReport(int Documents, int Operations, int Answers, int Read, int Undocumented, int Impossible, int Ambiguous, IReadOnlyList<AnswerDifference> Differences)
{
    public static AnswerReport Empty { get; } = new(0, 0, 0, 0, 0, 0, 0, []);

    /// <summary>What the documents alone decide, as the page of the corpus has it.</summary>
    public string Figures => string.Create(CultureInfo.InvariantCulture, $"{Answers:N0} of {Operations:N0} operations");

    public AnswerReport Add(AnswerReport other) => new(
        Documents + other.Documents, Operations + other.Operations, Answers + other.Answers, Read + other.Read, Undocumented + other.Undocumented,
        Impossible + other.Impossible, Ambiguous + other.Ambiguous, [.. Differences, .. other.Differences]);

    public override string ToString() =>
        $"{Documents} documents with {Operations} operations and {Answers} responses: {Read} times a response was read, and {Undocumented} times one that is not documented; " +
        $"{Impossible} without a valid value, {Differences.Count} differ, and {Ambiguous} of which the document does not say which case of a union they are";
}
