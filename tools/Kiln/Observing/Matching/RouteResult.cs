namespace Kiln.Tool.Observing.Matching;

/// <summary>What a request is to the document.</summary>
internal abstract record RouteResult
{
    private RouteResult()
    {
    }

    /// <summary>A request of an operation.</summary>
    /// <param name="Operation">The operation.</param>
    /// <param name="PathValues">The values of the parameters in its path.</param>
    internal sealed record Matched(DocumentedOperation Operation, IReadOnlyDictionary<string, string> PathValues) : RouteResult;

    /// <summary>A request to a server of the document that is none of its operations.</summary>
    /// <param name="Shape">The path of what was called, with a placeholder for what looks like an identifier.</param>
    /// <param name="Template">The path template, if only the method is not documented.</param>
    internal sealed record Undocumented(string Shape, string? Template) : RouteResult;

    /// <summary>A request to another host, or below another base path.</summary>
    internal sealed record OtherHost : RouteResult;
}
