using Kiln.Generator.Collections;

namespace Kiln.Generator.Api.Model;

/// <summary>How a body is sent.</summary>
internal enum BodyKind
{
    None,
    Json,
    Text,
    Stream,
}

/// <summary>Chooses among the media types of a body.</summary>
internal static class MediaTypes
{
    /// <summary>JSON before text before the rest, and the document's order within each; <see langword="null"/> for no body.</summary>
    public static Content? Choose(EquatableArray<Content> contents) => contents.OrderBy(c => KindOf(c.MediaType)).FirstOrDefault();

    public static BodyKind KindOf(string mediaType)
    {
        var type = mediaType.Split(';')[0].Trim().ToLowerInvariant();
        return type switch
        {
            "application/json" or "text/json" or "*/*" or "application/*" => BodyKind.Json,
            _ when type.EndsWith("+json", StringComparison.Ordinal) => BodyKind.Json,
            _ when type.StartsWith("text/", StringComparison.Ordinal) && type != "text/event-stream" => BodyKind.Text,
            _ => BodyKind.Stream,
        };
    }

    /// <summary>Whether a header can carry it: a line break in it would begin another header.</summary>
    public static bool FitsHeader(string mediaType) => mediaType.Trim().Length > 0 && mediaType.All(c => c is >= ' ' and <= '~');

    /// <summary>A content type that can be sent: a range of types becomes JSON.</summary>
    public static string ToSend(string mediaType) => mediaType.Contains("*") ? "application/json" : mediaType;
}
