using Kiln.Generator.Tests.Requests.Document;

namespace Kiln.Generator.Tests.Answers.Document;

/// <summary>A response as the document has it.</summary>
/// <param name="Status">The status code, a class of them, or <c>default</c>.</param>
/// <param name="Contents">The body in each media type; empty for none.</param>
/// <param name="Headers">The headers.</param>
internal sealed record RawAnswer(string Status, IReadOnlyList<AnswerContent> Contents, IReadOnlyList<RawHeader> Headers)
{
    /// <summary>Whether it is one class of status codes: <c>2XX</c>.</summary>
    public bool IsRange => Status.EndsWith("XX", StringComparison.OrdinalIgnoreCase);

    public bool IsDefault => Status == "default";

    /// <summary>Whether it has a status code by its number or by its class.</summary>
    public bool Has(int status) => IsRange ? Status[0] - '0' == status / 100 : Status == status.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A body in one media type.</summary>
/// <param name="MediaType">As the document has it.</param>
/// <param name="Schema">The schema; <see langword="null"/> for none.</param>
/// <param name="ItemSchema">The schema of each item of a sequence (OpenAPI 3.2).</param>
/// <param name="Examples">The values that the document shows of it.</param>
internal sealed record AnswerContent(string MediaType, RawNode? Schema, RawNode? ItemSchema, IReadOnlyList<RawNode> Examples)
{
    /// <summary>What the media type and the schema say that the body is.</summary>
    public BodyKind Kind => BodyKinds.Of(new RawContent(MediaType, Schema, null));
}

/// <summary>A header of a response.</summary>
/// <param name="Name">The name.</param>
/// <param name="Schema">The schema.</param>
/// <param name="IsJson">Whether its value is JSON, and not of the style <c>simple</c>.</param>
/// <param name="Explode">Whether an object has an equals sign in each property.</param>
internal sealed record RawHeader(string Name, RawNode? Schema, bool IsJson, bool Explode);
