namespace Kiln.Runtime.Requests;

/// <summary>
/// Configures one call of an operation that has parameters in headers or cookies: they have a class of their own, beside that of the query parameters. A
/// delegate for Kiota's <c>RequestConfiguration</c> is accepted wherever one for this class is.
/// </summary>
/// <typeparam name="TQuery">The class of the operation's query parameters.</typeparam>
/// <typeparam name="THeaders">The class of the operation's parameters in headers and cookies.</typeparam>
/// <remarks>An instance is created for each call. Not thread-safe.</remarks>
public sealed class CallConfiguration<TQuery, THeaders> : CallConfiguration<TQuery>
    where TQuery : class, new()
    where THeaders : class, new()
{
    /// <summary>Gets or sets the parameters that are sent as headers and cookies. A header or cookie that is set in <c>Headers</c> as well is sent as set there.</summary>
    public THeaders HeaderParameters { get; set; } = new();
}
