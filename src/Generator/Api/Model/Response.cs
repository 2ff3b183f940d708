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
    /// <summary>Whether the status code is one of success, as <c>200</c> and <c>2XX</c> are.</summary>
    public bool IsSuccess => Status is ['2', ..];

    /// <summary>Whether it declares a body, and is not one of those that never have one (RFC 9110, sections 15.3.5, 15.3.6 and 15.4.5).</summary>
    public bool HasBody => Contents.Count > 0 && !IsBodiless;

    /// <summary>Whether it never has a body, whatever the document declares.</summary>
    public bool IsBodiless => Status is "204" or "205" || IsNotModified;

    /// <summary>Whether it says that what the caller has is still right, which is no error.</summary>
    public bool IsNotModified => Status == "304";
}

/// <summary>A header of a response.</summary>
/// <example><c>X-RateLimit-Remaining</c>, a required integer.</example>
internal sealed record Header(string WireName, bool IsRequired, Schema Schema, string? Description);
