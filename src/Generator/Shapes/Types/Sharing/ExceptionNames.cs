namespace Kiln.Generator.Shapes.Types.Sharing;

/// <summary>Names the exceptions of errors.</summary>
internal static class ExceptionNames
{
    private const string Ending = "Exception";

    /// <summary>The name of the exception that carries a model.</summary>
    /// <param name="model">The model's name.</param>
    /// <param name="isMade">Whether the model is called after a status or a shared response, and so is an error and nothing else.</param>
    /// <example><c>NotFoundException</c> for <c>NotFound</c>, <c>NotFoundResponse</c> and <c>NotFoundError</c>; <c>ApiErrorException</c> for a schema <c>ApiError</c>.</example>
    public static string Of(string model, bool isMade) => (isMade ? Without(model, "Response") ?? Without(model, "Error") ?? model : model) + Ending;

    /// <summary>The name of the model of a shared response, which leaves the name of an exception to its exception.</summary>
    public static string ModelOf(string response) => Without(response, Ending) is { } error ? error + "Error" : response;

    private static string? Without(string name, string ending) =>
        name.Length > ending.Length && name.EndsWith(ending, StringComparison.Ordinal) ? name.Substring(0, name.Length - ending.Length) : null;
}
