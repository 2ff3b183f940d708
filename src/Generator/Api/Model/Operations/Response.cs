using Kiln.Generator.Collections;

namespace Kiln.Generator.Api.Model;

/// <summary>A response of an operation.</summary>
/// <example><c>404</c>: the threat does not exist.</example>
/// <param name="Status">A status code (<c>404</c>), a range of them (<c>5XX</c>), or <c>default</c>.</param>
/// <param name="Description">What the document says of it.</param>
/// <param name="Contents">One for each media type; empty for no body.</param>
/// <param name="Headers">The headers that the document names.</param>
internal sealed record Response(string Status, string? Description, EquatableArray<Content> Contents, EquatableArray<Header> Headers)
{
    /// <summary>Where it is declared: in <c>components/responses</c>, if it is shared.</summary>
    public Origin Origin { get; init; }

    /// <summary>The name that the document gives the class of its headers, or <see langword="null"/>.</summary>
    public string? HeadersNameOverride { get; init; }

    /// <summary>The name that the document gives its exception, or <see langword="null"/>.</summary>
    public string? ExceptionNameOverride { get; init; }

    /// <summary>Whether the status code is one of success, as <c>200</c> and <c>2XX</c> are.</summary>
    public bool IsSuccess => Status is ['2', ..];

    /// <summary>Whether it says that the answer is elsewhere (RFC 9110, section 15.4).</summary>
    public bool IsRedirect => Status is ['3', ..] && !IsNotModified;

    /// <summary>Whether the status code is one of errors, as <c>404</c> and <c>5XX</c> are.</summary>
    public bool IsError => Status is ['4' or '5', ..];

    /// <summary>Whether it declares a body, and is not one of those that never have one (RFC 9110, sections 15.3.5, 15.3.6 and 15.4.5).</summary>
    public bool HasBody => Contents.Count > 0 && !IsBodiless;

    /// <summary>Whether it has the body of another, in the same media types. Examples do not count.</summary>
    public bool HasBodyOf(Response other) => Contents.Select(c => (c.MediaType, c.Schema, c.IsNullable)).SequenceEqual(other.Contents.Select(c => (c.MediaType, c.Schema, c.IsNullable)));

    /// <summary>Whether it never has a body, whatever the document declares.</summary>
    public bool IsBodiless => Status is "204" or "205" || IsNotModified;

    /// <summary>Whether it says that what the caller has is still right, which is no error.</summary>
    public bool IsNotModified => Status == "304";
}

/// <summary>A header of a response.</summary>
/// <example><c>X-RateLimit-Remaining</c>, a required integer.</example>
internal sealed record Header(string WireName, bool IsRequired, Schema Schema, string? Description)
{
    /// <summary>How its value is read.</summary>
    public HeaderForm Form { get; init; }

    /// <summary>Where it is declared: in <c>components/headers</c>, if it is shared.</summary>
    public Origin Origin { get; init; }

    /// <summary>The name that the document gives its property, or <see langword="null"/>.</summary>
    public string? NameOverride { get; init; }
}

/// <summary>How the value of a header is read (OpenAPI 3.1.1, "Header Object"; the style is always <c>simple</c>).</summary>
internal enum HeaderForm
{
    /// <summary>As one value.</summary>
    Single,

    /// <summary>As items between commas.</summary>
    List,

    /// <summary>As names and values, in turns.</summary>
    Object,

    /// <summary>As names and values with equals signs between.</summary>
    ExplodedObject,

    /// <summary>As JSON.</summary>
    Json,
}
