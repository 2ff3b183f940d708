namespace Kiln.Runtime.Requests;

/// <summary>How a list travels in a query; the names of OpenAPI's styles are in brackets.</summary>
public enum ListStyle
{
    /// <summary><c>types=a,b</c> (form, not exploded)</summary>
    CommaJoined,

    /// <summary><c>types=a&amp;types=b</c> (form, exploded)</summary>
    Repeated,

    /// <summary><c>types=a%20b</c> (spaceDelimited)</summary>
    SpaceJoined,

    /// <summary><c>types=a%7Cb</c> (pipeDelimited)</summary>
    PipeJoined,
}
