using Kiln.Generator.Api.Model;

namespace Kiln.Generator.Changes.Comparison.Contents;

/// <summary>How the names of two media types are related (RFC 9110, section 8.3.1; RFC 6838, section 4.2.8).</summary>
internal static class MediaTypeNames
{
    /// <summary>
    /// What happened to a media type whose name was changed: it was generalized to a range or to the format that is its suffix, specialized the other way round, or got other
    /// parameters; <see langword="null"/> if the two have nothing to do with each other.
    /// </summary>
    /// <example><c>application/problem+json</c> to <c>application/json</c>, or <c>application/*</c>: widened. <c>text/plain</c> to <c>text/plain; charset=utf-8</c>: narrowed.</example>
    public static ChangeAction? Compare(string old, string current)
    {
        var (oldName, newName) = (MediaTypes.NameOf(old), MediaTypes.NameOf(current));
        if (oldName == newName)
            return (HasParameters(old), HasParameters(current)) switch
            {
                (true, false) => ChangeAction.Widened,
                (false, true) => ChangeAction.Narrowed,
                _ => ChangeAction.Changed,
            };
        return Contains(newName, oldName) ? ChangeAction.Widened : Contains(oldName, newName) ? ChangeAction.Narrowed : null;
    }

    private static bool Contains(string range, string name)
    {
        var (type, subtype) = Split(range);
        var (innerType, innerSubtype) = Split(name);
        if (range == "*/*")
            return true;
        if (type != innerType)
            return false;
        return subtype == "*" || innerSubtype.EndsWith("+" + subtype, StringComparison.Ordinal);
    }

    private static (string Type, string Subtype) Split(string name) =>
        name.IndexOf('/') is > 0 and var slash ? (name.Substring(0, slash), name.Substring(slash + 1)) : (name, "");

    private static bool HasParameters(string mediaType) => mediaType.IndexOf(';') >= 0;
}
