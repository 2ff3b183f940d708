namespace Kiln.Runtime.Requests.Bodies;

/// <summary>
/// A multipart body (RFC 7578). The emitted class of a form derives from it and has a property for each part that the document defines; further parts can be added.
/// Parts are sent in the order of the document, then in that in which they were added.
/// </summary>
/// <remarks>Not thread-safe.</remarks>
public class MultipartForm
{
    private List<Action<MultipartParts>>? added;
    private Dictionary<string, IDictionary<string, string>>? headers;

    /// <summary>Adds a part of text, in UTF-8.</summary>
    /// <param name="name">The name of the part, which others may have too.</param>
    /// <param name="value">The text.</param>
    /// <param name="contentType">The media type; null for none, which means <c>text/plain</c>.</param>
    public void Add(string name, string value, string? contentType = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(value);
        (added ??= []).Add(parts => parts.AddText(name, value, contentType));
    }

    /// <summary>Adds a file.</summary>
    /// <param name="name">The name of the part, which others may have too.</param>
    /// <param name="file">The file.</param>
    public void Add(string name, FilePart file)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(file);
        (added ??= []).Add(parts => parts.Add(name, file));
    }

    /// <summary>Gets the headers that are sent with each part of a name, beside its <c>Content-Disposition</c> and <c>Content-Type</c>. They are checked when a request is created.</summary>
    /// <param name="name">The name of the part as it is sent.</param>
    public IDictionary<string, string> HeadersOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        headers ??= new(StringComparer.Ordinal);
        if (!headers.TryGetValue(name, out var own))
            headers.Add(name, own = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase));
        return own;
    }

    /// <summary>Adds the parts that the document defines.</summary>
    /// <param name="parts">The parts of the request that is created.</param>
    protected virtual void AddTo(MultipartParts parts)
    {
        // A form without a class of its own has only what was added.
    }

    internal void AddAllTo(MultipartParts parts)
    {
        parts.PartHeaders = headers;
        AddTo(parts);
        foreach (var add in added ?? [])
            add(parts);
    }
}
