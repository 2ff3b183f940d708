namespace Kiln.Runtime.Requests;

/// <summary>Specifies how a list is written in a query, with the styles of OpenAPI in parentheses.</summary>
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
