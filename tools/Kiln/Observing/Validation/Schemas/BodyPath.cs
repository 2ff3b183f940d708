using System.Text;

namespace Kiln.Tool.Observing.Validation.Schemas;

/// <summary>Where a validation is in a body. It is only written as a text where something is found.</summary>
internal sealed class BodyPath
{
    private readonly List<string> segments = [];

    public void PushProperty(string name) => segments.Add(name);

    /// <summary>Enters one of the items of an array, which all have the same path.</summary>
    public void PushItem() => segments.Add(Item);

    /// <summary>Enters a property whose name the document does not know, such as the key of a map.</summary>
    public void PushAny() => segments.Add(Any);

    public void Pop() => segments.RemoveAt(segments.Count - 1);

    /// <summary>The name of the innermost property; <see langword="null"/> at the root and for one without a documented name.</summary>
    public string? LastName => segments.FindLast(s => !ReferenceEquals(s, Item)) is { } name && !ReferenceEquals(name, Any) ? name : null;

    /// <summary>The path (RFC 9535), with <c>[*]</c> for items and <c>.*</c> for the keys of maps.</summary>
    /// <example><c>$.data[*].siteId</c></example>
    public override string ToString()
    {
        var text = new StringBuilder("$");
        foreach (var segment in segments)
        {
            // By reference: a property can be called "[*]".
            if (ReferenceEquals(segment, Item) || ReferenceEquals(segment, Any))
                text.Append(segment);
            else
                AppendProperty(text, segment);
        }
        return text.ToString();
    }

    /// <summary>The path with a property behind it.</summary>
    public string WithProperty(string name)
    {
        var text = new StringBuilder(ToString());
        AppendProperty(text, name);
        return text.ToString();
    }

    private static readonly string Item = new("[*]");
    private static readonly string Any = new(".*");

    private static void AppendProperty(StringBuilder text, string name)
    {
        if (name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
            text.Append('.').Append(name);
        else
            text.Append("['").Append(name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)).Append("']");
    }
}
