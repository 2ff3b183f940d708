using Kiln.Generator.Collections;

namespace Kiln.Generator.Api.Model;

/// <summary>Which media types of an error response have a type in C#.</summary>
internal static class ErrorContents
{
    private const string Problem = "application/problem+json";

    /// <summary>
    /// The contents that differ in what is read of them, the one first that all media types count as which are not among the others: JSON before text, and the document's order within each.
    /// A response without any has no typed error.
    /// </summary>
    public static IReadOnlyList<Content> Of(Response response)
    {
        var chosen = new List<Content>();
        if (!response.HasBody)
            return chosen;
        foreach (var content in response.Contents.Where(IsTyped).OrderBy(c => c.Kind))
        {
            // A range of media types is none that is received, and one schema for JSON and text is that of the JSON.
            if (chosen.Count == 0 || !content.MediaType.Contains("*") && !chosen.Exists(c => AreAlike(c, content)))
                chosen.Add(content);
        }
        return chosen;
    }

    /// <summary>Whether it is JSON of problem details (RFC 9457) of which the document says no more.</summary>
    public static bool IsProblem(Content content) => MediaTypes.NameOf(content.MediaType) == Problem && content.Schema is (null or AnySchema);

    // JSON of which nothing is known is no more as a value than as a text.
    private static bool IsTyped(Content content) => content.Items is null && content.Kind switch
    {
        BodyKind.Json => content.Schema is not (null or AnySchema) || IsProblem(content),
        BodyKind.Text => true,
        _ => false,
    };

    // A text of JSON's schema is read as that JSON.
    private static bool AreAlike(Content one, Content other) => (one.Schema, other.Schema) switch
    {
        (null or AnySchema, null or AnySchema) => one.Kind == other.Kind,
        ({ } first, { } second) => first.Describes(second),
        _ => false,
    };
}
