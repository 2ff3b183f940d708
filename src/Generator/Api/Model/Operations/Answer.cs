using Kiln.Generator.Collections;

namespace Kiln.Generator.Api.Model;

/// <summary>What one of an operation's methods returns: the bodies that its successes have in media types that are read alike.</summary>
/// <param name="Cases">One for each type that the body can have, by the status code; the first is that of the lowest status.</param>
/// <param name="Accepted">The media types to ask for, the best first.</param>
/// <example>A pet for <c>200</c> and <c>201</c>, and a job for <c>202</c>, all as <c>application/json</c>.</example>
internal sealed record Answer(EquatableArray<AnswerCase> Cases, EquatableArray<string> Accepted)
{
    /// <summary>The only body; <see langword="null"/> if the status decides between several.</summary>
    public Content? Content => Cases.Count == 1 ? Cases[0].Content : null;

    /// <summary>Whether two media types give the same results.</summary>
    public bool IsLike(Answer other) =>
        Cases.Count == other.Cases.Count && Cases.Zip(other.Cases, (one, two) => one.Statuses == two.Statuses && one.Content.IsReadLike(two.Content)).All(isLike => isLike);
}

/// <summary>A body that an operation answers with.</summary>
/// <param name="Content">The body.</param>
/// <param name="Statuses">The status codes of the responses that have it, <c>200</c> or <c>2XX</c>, in order.</param>
internal sealed record AnswerCase(Content Content, EquatableArray<string> Statuses);
