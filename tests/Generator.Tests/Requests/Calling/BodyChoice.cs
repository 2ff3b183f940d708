using Kiln.Generator.Tests.Requests.Document;

namespace Kiln.Generator.Tests.Requests.Calling;

/// <summary>Finds the media type that a method sends, by what follows the HTTP method in its name.</summary>
internal static class BodyChoice
{
    /// <param name="bodies">Those of the operation.</param>
    /// <param name="suffix">What follows; empty for nothing.</param>
    /// <param name="type">The C# type of the body.</param>
    public static RawContent? Of(IReadOnlyList<RawContent> bodies, string suffix, Type type)
    {
        var natural = bodies.Where(b => IsOf(BodyKinds.Of(b), type)).DefaultIfEmpty(bodies[0]).OrderBy(b => BodyKinds.Of(b)).ThenBy(Rank).ToList();
        return suffix.Length == 0
            ? natural.FirstOrDefault()
            : natural.Find(b => WordsOf(b).Any(w => w.Equals(suffix, StringComparison.OrdinalIgnoreCase))) ?? natural.Find(b => WordsOf(b).Any(w => suffix.StartsWith(w, StringComparison.OrdinalIgnoreCase)));
    }

    private static bool IsOf(BodyKind kind, Type type) => BodyValues.KindOf(type) is { } only ? kind == only || type == typeof(string) && kind is BodyKind.Json || type == typeof(Stream) : kind is BodyKind.Json or BodyKind.Form;

    // Whole resources before patches of them, and types before ranges of types.
    private static int Rank(RawContent body) => body.MediaType.Split(';')[0] switch
    {
        "application/json" => 0,
        var type when type.Contains("merge-patch") => 2,
        var type when type.Contains('*') => 3,
        _ => 1,
    };

    private static IEnumerable<string> WordsOf(RawContent body)
    {
        var type = body.MediaType.Split(';')[0];
        var subtype = type[(type.IndexOf('/') + 1)..];
        if (BodyKinds.Of(body) is var kind && kind != BodyKind.Json)
            yield return kind.ToString();
        yield return Letters(subtype.Split('+')[0]);
        yield return Letters(subtype);
        yield return Letters(type);
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
