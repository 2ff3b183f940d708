namespace Kiln.Generator.Api.Model;

/// <summary>How a request body is written, in the order in which an operation's methods without a suffix prefer them.</summary>
internal enum RequestFormat
{
    /// <summary>JSON of the type that the schema has.</summary>
    Json,

    /// <summary>A JSON Patch (RFC 6902).</summary>
    JsonPatch,

    /// <summary>A multipart form (RFC 7578), or another multipart body.</summary>
    Multipart,

    /// <summary>An URL-encoded form.</summary>
    Form,

    /// <summary>Text.</summary>
    Text,

    /// <summary>XML as text or bytes.</summary>
    Xml,

    /// <summary>Values as JSON, each on a line of its own.</summary>
    JsonLines,

    /// <summary>Bytes.</summary>
    Stream,
}
