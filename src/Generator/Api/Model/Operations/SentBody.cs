using Kiln.Generator.Collections;

namespace Kiln.Generator.Api.Model;

/// <summary>One of an operation's request bodies: the media types that are written alike, from one C# type.</summary>
/// <param name="Content">The first of them in the document; among JSON bodies <c>application/json</c>, if it is one.</param>
/// <param name="MediaTypes">All of them, the first included.</param>
/// <example><c>application/json</c> and <c>text/json</c> with one schema; <c>multipart/form-data</c> is another.</example>
internal sealed record SentBody(Content Content, EquatableArray<string> MediaTypes)
{
    public RequestFormat Format => Content.Format;

    /// <summary>Whether only the caller knows the content type, since the document has nothing but ranges of media types.</summary>
    public bool NeedsContentType => Format == RequestFormat.Stream && MediaTypes.All(m => m.Contains("*"));

    /// <summary>The bodies of a request, the most natural one first: its methods have no suffix.</summary>
    public static IReadOnlyList<SentBody> Of(RequestBody? body)
    {
        var groups = new List<List<Content>>();
        foreach (var content in body?.Contents ?? [])
        {
            if (groups.Find(g => AreAlike(g[0], content)) is { } group)
                group.Add(content);
            else
                groups.Add([content]);
        }
        return [.. groups.Select(Of).OrderBy(b => b.Format).ThenBy(b => Rank(b.Content))];
    }

    private static SentBody Of(List<Content> group) => new(group.OrderBy(Rank).First(), group.Select(c => c.MediaType).ToEquatableArray());

    private static bool AreAlike(Content one, Content other) => one.Format == other.Format && one.Format switch
    {
        // What a patch leaves out stays as it is, so it is another body than the whole.
        RequestFormat.Json => Model.MediaTypes.IsMergePatch(one.MediaType) == Model.MediaTypes.IsMergePatch(other.MediaType) && one.IsNullable == other.IsNullable && HaveSameSchema(one, other),
        RequestFormat.JsonLines => one.IsNullable == other.IsNullable && HaveSameSchema(one, other),
        RequestFormat.Form => HaveSameSchema(one, other) && one.Encodings == other.Encodings,
        RequestFormat.Multipart => HaveSameSchema(one, other) && one.Encodings == other.Encodings && Model.MediaTypes.NameOf(one.MediaType) == Model.MediaTypes.NameOf(other.MediaType),
        _ => true,
    };

    private static bool HaveSameSchema(Content one, Content other) => (one.Schema ?? new AnySchema()).Describes(other.Schema ?? new AnySchema());

    // A patch is not what a body that replaces the whole is taken for, and a range of types is not what the service names.
    private static int Rank(Content content) => Model.MediaTypes.NameOf(content.MediaType) switch
    {
        "application/json" => 0,
        var type when type.Contains("merge-patch") => 2,
        var type when type.Contains("*") => 3,
        _ => 1,
    };
}
