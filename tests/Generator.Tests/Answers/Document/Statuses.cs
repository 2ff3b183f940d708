namespace Kiln.Generator.Tests.Answers.Document;

/// <summary>The status codes of an operation's responses.</summary>
internal sealed class Statuses(IReadOnlyList<RawAnswer> answers)
{
    private static readonly int[] UsualErrors = [418, 499, 421, 521, 599];
    private static readonly int[] UsualSuccesses = [203, 226, 201, 200, 202];

    private bool HasSuccess => answers.Any(a => a.Status[0] == '2');

    // Unless it is what an error of the operation is.
    private bool IsDefaultSuccess => !answers.Any(a => a.Status[0] is '2' or '3' || a.Status[0] is '4' or '5' && a.Contents.Count > 0 && answers.Any(d => d.IsDefault && AreAlike(a, d)));

    /// <summary>The status codes with which a response is served; none where it is no last response of a request.</summary>
    public IEnumerable<int> Of(RawAnswer answer)
    {
        if (answer.IsDefault)
        {
            // What is no success else is the success of an operation that says no other.
            if (IsDefaultSuccess)
                yield return 200;
            else if (FreeError() is { } error)
                yield return error;
        }
        else if (answer.IsRange)
        {
            var first = (answer.Status[0] - '0') * 100;
            if (first >= 200 && Enumerable.Range(first, 100).Where(s => s is not (204 or 205 or 304) && !answers.Any(a => !a.IsRange && a.Has(s))).Cast<int?>().FirstOrDefault() is { } one)
                yield return one;
        }
        else if (int.TryParse(answer.Status, out var status) && status is >= 200 and <= 599)
        {
            yield return status;
        }
    }

    /// <summary>Whether a status code is a success of the operation: a redirect is one where no other success is said.</summary>
    public bool IsSuccess(int status) => status switch
    {
        >= 200 and <= 299 or 304 => true,
        >= 300 and <= 399 => !HasSuccess,
        _ => false,
    };

    /// <summary>Whether a response with a status code has a body (RFC 9110, sections 15.3.5, 15.3.6 and 15.4.5; of other redirects, it is a note for people).</summary>
    public static bool HasBody(int status) => status is not (204 or 205 or >= 300 and <= 399);

    /// <summary>An error that the document does not have; <see langword="null"/> if it has all.</summary>
    public int? UndocumentedError() => answers.Any(a => a.IsDefault) && !IsDefaultSuccess ? null : FreeError();

    /// <summary>A success that the document does not have; <see langword="null"/> if it does not say which ones it has.</summary>
    public int? UndocumentedSuccess() =>
        !HasSuccess || answers.Any(a => a.Status[0] == '3' || a.IsRange && a.Status[0] == '2') ? null : UsualSuccesses.Where(s => !answers.Any(a => a.Has(s))).Cast<int?>().FirstOrDefault();

    private static bool AreAlike(RawAnswer a, RawAnswer b) => a.Contents.Select(ShapeOf).SequenceEqual(b.Contents.Select(ShapeOf));

    private static (string, string?) ShapeOf(AnswerContent content) => (content.MediaType, content.Schema?.Json.GetRawText());

    private int? FreeError() => UsualErrors.Where(s => !answers.Any(a => a.Has(s))).Cast<int?>().FirstOrDefault();
}
