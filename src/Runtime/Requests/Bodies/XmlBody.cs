namespace Kiln.Runtime.Requests.Bodies;

/// <summary>XML that is sent: a text, or a stream. Both convert to it implicitly.</summary>
/// <remarks>
/// A text is sent in UTF-8, and the content type says so, which counts more than an encoding that the text itself declares (RFC 7303, section 3). A stream is sent as it
/// is, and says its encoding itself.
/// </remarks>
public sealed class XmlBody
{
    /// <summary>Initializes a body of a text.</summary>
    public XmlBody(string xml)
    {
        ArgumentNullException.ThrowIfNull(xml);
        Text = xml;
    }

    /// <summary>Initializes a body of a stream, which is sent from its position, and disposed when the call is over.</summary>
    public XmlBody(Stream xml)
    {
        ArgumentNullException.ThrowIfNull(xml);
        Stream = xml;
    }

    internal string? Text { get; }

    internal Stream? Stream { get; }

    /// <summary>Converts a text.</summary>
    public static implicit operator XmlBody(string xml) => new(xml);

    /// <summary>Converts a stream.</summary>
    public static implicit operator XmlBody(Stream xml) => new(xml);
}
