namespace Kiln.Generator.Tests.Requests.Document;

/// <summary>Where a parameter is sent, in the words of the document.</summary>
internal enum Place
{
    Path,
    Query,
    QueryString,
    Header,
    Cookie,
}

/// <summary>How a value becomes text, in the words of OpenAPI 3; those of 2.0 are brought to them.</summary>
/// <param name="Style"><c>form</c>, <c>simple</c> and so on; <c>tabDelimited</c> is <c>tsv</c> of 2.0; <c>content</c> for a media type.</param>
/// <param name="Explode">Whether each item or property is sent for itself.</param>
/// <param name="MediaType">The media type of a parameter with <c>content</c>.</param>
/// <param name="AllowReserved">Whether reserved characters may stand as they are.</param>
internal sealed record Serialization(string Style, bool Explode, string? MediaType = null, bool AllowReserved = false);

/// <summary>A parameter as the document has it.</summary>
internal sealed record RawParameter(string Name, Place In, bool IsRequired, RawNode? Schema, Serialization Serialization, RawNode Node);

/// <summary>One media type of a body.</summary>
/// <param name="MediaType">As the document has it.</param>
/// <param name="Schema">The schema; <see langword="null"/> for none.</param>
/// <param name="Encoding">The node <c>encoding</c>.</param>
/// <param name="FormFields">The fields of a form of OpenAPI 2.0, which has a parameter for each; <see langword="null"/> for a schema.</param>
internal sealed record RawContent(string MediaType, RawNode? Schema, RawNode? Encoding, IReadOnlyList<RawParameter>? FormFields = null);

/// <summary>An operation as the document has it.</summary>
/// <param name="Method">The method in upper case.</param>
/// <param name="Path">The path's template.</param>
/// <param name="Parameters">Those of the operation and of its path.</param>
/// <param name="Bodies">The body in each media type; empty for none.</param>
/// <param name="IsBodyRequired">Whether there must be a body.</param>
internal sealed record RawOperation(string Method, string Path, IReadOnlyList<RawParameter> Parameters, IReadOnlyList<RawContent> Bodies, bool IsBodyRequired)
{
    /// <summary>The paths of the operation's own servers, which stand before its path; a server of the whole document is the client's business.</summary>
    public IReadOnlyList<string> BasePaths { get; init; } = [];

    /// <summary>The operation in the document.</summary>
    public RawNode Node { get; init; }

    /// <summary>Whether a body means nothing: OpenAPI 3.0 ignores it here, it may be left out, and it has no fields.</summary>
    public bool IgnoresBody => Method is "GET" or "HEAD" or "DELETE" && !IsBodyRequired && Bodies.All(b => b.FormFields is null && b.Schema?["properties"] is not { IsMap: true });

    public override string ToString() => $"{Method} {Path}";
}
