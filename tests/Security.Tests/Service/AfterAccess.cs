namespace Kiln.Security.Tests.Service;

/// <summary>What the service does with a request once it has let it in.</summary>
internal enum AfterAccess
{
    /// <summary>It says who the caller is.</summary>
    Answer,

    /// <summary>It redirects to the same path and query of the other host.</summary>
    Redirect,

    /// <summary>It answers an error with everything that it was sent.</summary>
    FailWithRequest,
}
