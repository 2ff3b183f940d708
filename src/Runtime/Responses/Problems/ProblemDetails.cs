using Kiln.Runtime.Wire;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Kiln.Runtime.Responses.Problems;

/// <summary>
/// The details of a problem (RFC 9457), for documents that name the media type <c>application/problem+json</c> without a schema. All members are optional; extension members are in
/// <see cref="WireModel.AdditionalData"/>. Not thread-safe while it is changed.
/// </summary>
public sealed class ProblemDetails : WireModel, IWireModel<ProblemDetails>
{
    /// <summary>Gets or sets the type of the problem, a URI reference; null is the same as <c>about:blank</c>: the problem is that of the status code.</summary>
    public string? Type { get; set; }

    /// <summary>Gets or sets a short summary of the type of the problem, for people; null if there is none.</summary>
    public string? Title { get; set; }

    /// <summary>Gets or sets the status code as the origin server generated it; null if there is none. <see cref="ServiceException.StatusCode"/> is the one that was received.</summary>
    public int? Status { get; set; }

    /// <summary>Gets or sets what happened in this occurrence of the problem, for people; null if there is nothing.</summary>
    public string? Detail { get; set; }

    /// <summary>Gets or sets the identifier of this occurrence of the problem, a URI reference; null if there is none.</summary>
    public string? Instance { get; set; }

    static WireFields IWireModel<ProblemDetails>.Fields { get; } = new WireFields(CreateFromDiscriminatorValue)
        .Optional("type")
        .Optional("title")
        .Optional("status")
        .Optional("detail")
        .Optional("instance");

    /// <summary>Creates an instance for Kiota's deserialization.</summary>
    /// <param name="parseNode">The JSON, which is not looked at.</param>
    /// <returns>The instance, without any values.</returns>
    public static ProblemDetails CreateFromDiscriminatorValue(IParseNode parseNode) => new();

    /// <inheritdoc/>
    protected internal override void ReadField(int field, ref WireReader reader)
    {
        switch (field)
        {
            case 0: Type = reader.String(); break;
            case 1: Title = reader.String(); break;
            case 2: Status = reader.Int32OrNull(); break;
            case 3: Detail = reader.String(); break;
            case 4: Instance = reader.String(); break;
        }
    }

    /// <inheritdoc/>
    protected internal override void WriteFields(int group, WireWriter writer)
    {
        writer.String(Type);
        writer.String(Title);
        writer.Int32(Status);
        writer.String(Detail);
        writer.String(Instance);
    }
}
