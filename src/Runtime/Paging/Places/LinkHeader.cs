namespace Kiln.Runtime.Paging;

/// <summary>Reads links in headers (RFC 8288, section 3).</summary>
internal static class LinkHeader
{
    // More links than any service sends; headers are bounded too, but by the client.
    private const int MaxLinks = 1000;

    /// <summary>Finds the target of the first link of a relation.</summary>
    /// <param name="header">The value of the header; several lines are joined by commas.</param>
    /// <param name="relation">The relation, <c>next</c>, in any case.</param>
    /// <param name="target">The target as it stands there; null if there is no such link. A link of another context (<c>anchor</c>) is none.</param>
    /// <returns>Whether the header could be read up to such a link, or to its end.</returns>
    public static bool TryFind(string header, string relation, out string? target)
    {
        target = null;
        var rest = header.AsSpan();
        for (var count = 0; count < MaxLinks; count++)
        {
            // Empty elements of a list are allowed (RFC 9110, section 5.6.1.2).
            rest = rest.TrimStart(" \t,");
            if (rest.IsEmpty)
                return true;
            if (rest[0] != '<' || rest.IndexOf('>') is not (> 1 and var end))
                return false;
            var uri = rest[1..end].Trim().ToString();
            rest = rest[(end + 1)..];
            if (!TryReadParameters(ref rest, relation, out var isIt))
                return false;
            if (!isIt)
                continue;
            target = uri;
            return true;
        }
        return false;
    }

    private static bool TryReadParameters(ref ReadOnlySpan<char> rest, string relation, out bool isIt)
    {
        string? relations = null;
        var hasAnchor = false;
        isIt = false;
        while (true)
        {
            rest = rest.TrimStart(" \t");
            if (rest.IsEmpty || rest[0] == ',')
                break;
            if (rest[0] != ';')
                return false;
            rest = rest[1..].TrimStart(" \t");
            if (rest.IsEmpty || rest[0] is ';' or ',')
                continue;
            if (!TryReadParameter(ref rest, out var name, out var value))
                return false;
            // Of several, the first counts (section 3.3).
            if (name.Equals("rel", StringComparison.OrdinalIgnoreCase))
                relations ??= value;
            hasAnchor |= name.Equals("anchor", StringComparison.OrdinalIgnoreCase);
        }
        isIt = !hasAnchor && relations?.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries).Contains(relation, StringComparer.OrdinalIgnoreCase) == true;
        return true;
    }

    private static bool TryReadParameter(ref ReadOnlySpan<char> rest, out string name, out string value)
    {
        value = "";
        var end = rest.IndexOfAny("=;, \t");
        name = (end < 0 ? rest : rest[..end]).ToString();
        rest = (end < 0 ? [] : rest[end..]).TrimStart(" \t");
        if (name.Length == 0)
            return false;
        if (rest.IsEmpty || rest[0] != '=')
            return true;
        rest = rest[1..].TrimStart(" \t");
        if (!rest.IsEmpty && rest[0] == '"')
            return TryReadQuoted(ref rest, out value);
        end = rest.IndexOfAny(";,");
        value = (end < 0 ? rest : rest[..end]).Trim().ToString();
        rest = end < 0 ? [] : rest[end..];
        return true;
    }

    private static bool TryReadQuoted(ref ReadOnlySpan<char> rest, out string value)
    {
        var text = new System.Text.StringBuilder();
        for (var i = 1; i < rest.Length; i++)
        {
            switch (rest[i])
            {
                case '"':
                    value = text.ToString();
                    rest = rest[(i + 1)..];
                    return true;
                case '\\' when i + 1 < rest.Length:
                    text.Append(rest[++i]);
                    break;
                default:
                    text.Append(rest[i]);
                    break;
            }
        }
        value = "";
        return false;
    }
}
