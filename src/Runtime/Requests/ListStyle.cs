namespace Kiln.Runtime.Requests;

/// <summary>How a list travels in a query; the names of OpenAPI's styles are in brackets.</summary>
public enum ListStyle
{
    /// <summary><c>types=a,b</c> (form, not exploded)</summary>
    CommaDelimited,

    /// <summary><c>types=a&amp;types=b</c> (form, exploded)</summary>
    Exploded,

    /// <summary><c>types=a%20b</c> (spaceDelimited)</summary>
    SpaceDelimited,

    /// <summary><c>types=a%7Cb</c> (pipeDelimited)</summary>
    PipeDelimited,
}
