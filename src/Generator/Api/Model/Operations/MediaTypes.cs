using Kiln.Generator.Collections;

namespace Kiln.Generator.Api.Model;

/// <summary>How a body is sent or read, in the order in which an operation's methods without a suffix prefer it.</summary>
internal enum BodyKind
{
    None,
    Json,
    Bytes,
    Text,
    Stream,
}

/// <summary>Chooses among the media types of a body.</summary>
internal static class MediaTypes
{
    /// <summary>JSON before text before the rest, and the document's order within each; <see langword="null"/> for no body.</summary>
    public static Content? Choose(EquatableArray<Content> contents) => contents.OrderBy(KindOf).FirstOrDefault();

    /// <summary>What a body is when it is read as a whole: one that has items has no type then.</summary>
    public static BodyKind KindOf(Content content) => content.Items is null ? KindOf(content.MediaType) : BodyKind.Stream;

    public static BodyKind KindOf(string mediaType)
    {
        var type = NameOf(mediaType);
        return type switch
        {
            "application/json" or "text/json" or "*/*" or "application/*" => BodyKind.Json,
            _ when type.EndsWith("+json", StringComparison.Ordinal) => BodyKind.Json,
            _ when type.StartsWith("text/", StringComparison.Ordinal) && type != "text/event-stream" => BodyKind.Text,
            _ => BodyKind.Stream,
        };
    }

    /// <summary>The media type without its parameters, in lower case.</summary>
    public static string NameOf(string mediaType) => IsPlain(mediaType) ? mediaType : mediaType.Split(';')[0].Trim().ToLowerInvariant();

    /// <summary>The media type with its parameters, as one that is only written in another way has it too.</summary>
    public static string KeyOf(string mediaType) => IsPlain(mediaType) ? mediaType : string.Concat(mediaType.ToLowerInvariant().Where(c => c is not (' ' or '"')));

    /// <summary>Whether it is XML (RFC 7303), as which text is received.</summary>
    public static bool IsXml(string mediaType) => NameOf(mediaType) is var name && (name is "application/xml" || name.EndsWith("+xml", StringComparison.Ordinal) && !name.StartsWith("image/", StringComparison.Ordinal));

    /// <summary>Whether it is JSON Merge Patch (RFC 7396), which has only what changes, whatever the schema requires.</summary>
    public static bool IsMergePatch(string mediaType) => NameOf(mediaType) == "application/merge-patch+json";

    /// <summary>Whether it is that of a form whose fields are pairs of names and values.</summary>
    public static bool IsForm(string mediaType) => NameOf(mediaType) == "application/x-www-form-urlencoded";

    /// <summary>Whether a header can carry it: a line break in it would begin another header.</summary>
    public static bool FitsHeader(string mediaType) => mediaType.Trim().Length > 0 && mediaType.All(c => c is >= ' ' and <= '~');

    /// <summary>A content type that can be sent: a range of types becomes JSON.</summary>
    public static string ToSend(string mediaType) => mediaType.Contains("*") ? "application/json" : mediaType;

    // What nearly all are, which are asked for their names again and again.
    private static bool IsPlain(string mediaType)
    {
        foreach (var c in mediaType)
        {
            if (c is not (>= 'a' and <= 'z' or >= '0' and <= '9' or '/' or '-' or '+' or '.' or '*' or '_'))
                return false;
        }
        return true;
    }
}
