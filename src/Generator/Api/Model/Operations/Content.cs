using Kiln.Generator.Collections;

namespace Kiln.Generator.Api.Model;

/// <summary>The body of a request.</summary>
/// <example>A required body of <c>application/json</c>.</example>
/// <param name="IsRequired">Whether it must be sent.</param>
/// <param name="Contents">One for each media type.</param>
/// <param name="Description">What the document says of it.</param>
internal sealed record RequestBody(bool IsRequired, EquatableArray<Content> Contents, string? Description)
{
    /// <summary>The distinct bodies, the most natural one first.</summary>
    public IReadOnlyList<SentBody> Bodies => SentBody.Of(this);

    /// <summary>Where it is declared: in <c>components/requestBodies</c>, if it is shared.</summary>
    public Origin Origin { get; init; }
}

/// <summary>A body in one media type.</summary>
/// <param name="MediaType">As the document has it, <c>application/json</c>.</param>
/// <param name="Schema"><see langword="null"/> when the document has none.</param>
/// <param name="IsNullable">Whether JSON null is such a body too.</param>
internal sealed record Content(string MediaType, Schema? Schema, bool IsNullable = false)
{
    /// <summary>How it is written, if it is sent.</summary>
    public RequestFormat Format { get; init; }

    /// <summary>How it is read, if it is received.</summary>
    public BodyKind Kind { get; init; }

    /// <summary>A short example of it, as JSON of a few lines; <see langword="null"/> for none.</summary>
    public string? Example { get; init; }

    /// <summary>What it is a sequence of, such as server-sent events; <see langword="null"/> for a body that is one value.</summary>
    public ItemSequence? Items { get; init; }

    /// <summary>How the properties of a form are written that is sent, where the document says it.</summary>
    public EquatableArray<PartEncoding> Encodings { get; init; } = [];

    /// <summary>Whether one method reads both, into one C# type: JSON is read as what it is also where it arrives as plain text.</summary>
    public bool IsReadLike(Content other) => (Kind, other.Kind) switch
    {
        (BodyKind.Json, BodyKind.Json) => HasSchemaOf(other),
        (BodyKind.Json, BodyKind.Text) => Schema is not null && MediaTypes.NameOf(other.MediaType) == "text/plain" && HasSchemaOf(other),
        (BodyKind.Text, BodyKind.Text) => MediaTypes.NameOf(MediaType) == MediaTypes.NameOf(other.MediaType),
        var (one, two) => one == two && one == BodyKind.Bytes,
    };

    private bool HasSchemaOf(Content other) =>
        IsNullable == other.IsNullable && (ReferenceEquals(Schema, other.Schema) || (Schema ?? new AnySchema()).Describes(other.Schema ?? new AnySchema()));
}
