using Kiln.Generator.Collections;

namespace Kiln.Generator.Api.Model;

/// <summary>
/// What an operation's successes have, by media type: JSON, else text, else bytes without a name; further media types of another type by themselves; and the media types that are left.
/// Nothing of it depends on the order of the document, but for the order in which media types are told.
/// </summary>
/// <param name="Primary">What the method without a suffix returns; <see langword="null"/> for no body.</param>
/// <param name="Others">What further methods return, by media type.</param>
/// <param name="Raw">The media types between which the caller of one further method chooses, which gives the bytes.</param>
internal sealed record Answers(Answer? Primary, EquatableArray<Answer> Others, EquatableArray<string> Raw)
{
    private static readonly Answers None = new(null, [], []);

    public static Answers Of(Operation operation)
    {
        // An answer to HEAD never has a body (RFC 9110, section 9.3.2).
        if (operation.Method == "HEAD")
            return None;
        if (operation.IsRedirected)
            return None with { Primary = new([new(new("*/*", null) { Kind = BodyKind.Stream }, [])], ["*/*"]) };

        var responses = operation.Successes.Where(r => r.HasBody).ToList();
        var bodies = responses.SelectMany(r => r.Contents.Where(c => c.Items is null).Select(c => new Body(r.Status, c))).ToList();
        var best = bodies.Where(b => b.Content.Kind != BodyKind.Stream).GroupBy(b => b.Status, StringComparer.Ordinal).Select(g => g.OrderBy(b => b.Content, Preference.Instance).First()).ToList();
        if (best.Count == 0)
            return OfStreams(bodies.Count > 0 ? bodies : [.. responses.SelectMany(r => r.Contents.Select(c => new Body(r.Status, c)))]);

        var further = bodies.Where(b => !best.Exists(p => p.Status == b.Status && p.Content.IsReadLike(b.Content))).ToList();
        var typed = further.Where(b => HasMethod(b.Content)).ToList();
        return new(Of(best), Merge(typed), MediaTypesOf(further.Except(typed)));
    }

    // Bytes are read alike whatever they are, and the service chooses, unless the caller does.
    private static Answers OfStreams(IReadOnlyList<Body> bodies)
    {
        if (bodies.Count == 0)
            return None;
        var types = MediaTypesOf(bodies);
        var raw = MediaTypesOf(bodies.Where(b => b.Content.Items is null && MediaTypes.KindOf(b.Content.MediaType) != BodyKind.Json));
        return None with
        {
            Primary = new([new(bodies[0].Content with { Kind = BodyKind.Stream }, bodies.Select(b => b.Status).Distinct().ToEquatableArray())], types),
            Raw = raw.Count > 1 ? raw : [],
        };
    }

    // Other text, such as CSV, is what is saved in a file rather than held as a string; and JSON without a schema is often no JSON.
    private static bool HasMethod(Content content) => content.Kind switch
    {
        BodyKind.Json => content.Schema is not (null or AnySchema) && !content.MediaType.Contains("*"),
        BodyKind.Text => MediaTypes.NameOf(content.MediaType) is "text/plain" or "text/*",
        _ => false,
    };

    private static EquatableArray<Answer> Merge(IReadOnlyList<Body> bodies)
    {
        var answers = new List<Answer>();
        foreach (var answer in bodies.GroupBy(b => MediaTypes.KeyOf(b.Content.MediaType), StringComparer.Ordinal).OrderBy(g => g.First().Content, Preference.Instance).Select(Of))
        {
            if (!answers.Exists(answer.IsLike))
                answers.Add(answer);
        }
        return answers.ToEquatableArray();
    }

    private static Answer Of(IEnumerable<Body> bodies)
    {
        var cases = new List<AnswerCase>();
        var all = bodies.ToList();
        foreach (var body in all)
        {
            var index = cases.FindIndex(c => c.Content.IsReadLike(body.Content));
            if (index < 0)
                cases.Add(new(body.Content, [body.Status]));
            else
                cases[index] = cases[index] with { Statuses = cases[index].Statuses.Append(body.Status).ToEquatableArray() };
        }
        return new(cases.ToEquatableArray(), MediaTypesOf(all));
    }

    private static EquatableArray<string> MediaTypesOf(IEnumerable<Body> bodies) => bodies
        .GroupBy(b => MediaTypes.KeyOf(b.Content.MediaType), StringComparer.Ordinal)
        .Select(g => g.First().Content.MediaType)
        .ToEquatableArray();

    /// <summary>A body in one media type of one response.</summary>
    private sealed record Body(string Status, Content Content);

    /// <summary>Puts the media type first that stands for others: JSON before bytes before text, and the plain one before those of a vendor.</summary>
    private sealed class Preference : IComparer<Content>
    {
        public static Preference Instance { get; } = new();

        public int Compare(Content? one, Content? other)
        {
            var byRank = Rank(one!).CompareTo(Rank(other!));
            return byRank != 0 ? byRank : string.CompareOrdinal(MediaTypes.KeyOf(one!.MediaType), MediaTypes.KeyOf(other!.MediaType));
        }

        private static (BodyKind Kind, int Type) Rank(Content content) => (content.Kind, MediaTypes.NameOf(content.MediaType) switch
        {
            "application/json" or "text/plain" => 0,
            "text/json" => 1,
            var range when range.Contains("*") => 3,
            _ => 2,
        });
    }
}
