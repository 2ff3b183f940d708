namespace Kiln.Tool.Observing.Traffic;

/// <summary>Headers, by their names without regard to case.</summary>
internal sealed class TrafficHeaders
{
    private readonly Dictionary<string, List<string>> values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds a header. What begins with a colon is a pseudo header of HTTP/2, and no header.</summary>
    public void Add(string name, string value)
    {
        name = name.Trim();
        if (name.Length == 0 || name[0] == ':')
            return;
        if (!values.TryGetValue(name, out var list))
            values.Add(name, list = []);
        list.Add(value.Trim());
    }

    public bool IsEmpty => values.Count == 0;

    /// <summary>The values of a header, joined as one that is sent several times may be; <see langword="null"/> if it is missing.</summary>
    public string? this[string name] => values.TryGetValue(name, out var list) ? string.Join(", ", list) : null;
}
