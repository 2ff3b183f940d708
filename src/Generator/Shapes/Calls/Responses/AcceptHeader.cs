using Kiln.Generator.Api.Model;

namespace Kiln.Generator.Shapes.Calls.Responses;

/// <summary>Says what a request accepts (RFC 9110, section 12.5.1): what its method returns, then errors, and anything where the document does not say what comes.</summary>
/// <example><c>application/pdf, application/problem+json;q=0.9</c></example>
internal static class AcceptHeader
{
    private const string Json = "application/json";
    private const string Any = "*/*";

    /// <summary>The value of the header.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="accepted">The media types that the method reads.</param>
    /// <param name="isUnknown">Whether there may be a body of which the document says nothing.</param>
    public static string Of(Operation operation, IEnumerable<string> accepted, bool isUnknown)
    {
        var wanted = Distinct(accepted);
        if (wanted.Contains(Any))
            return Any;
        var errors = ErrorsOf(operation).Where(e => !wanted.Contains(e, StringComparer.OrdinalIgnoreCase)).Select(e => wanted.Count == 0 ? e : e + ";q=0.9");
        return string.Join(", ", [.. wanted, .. errors, .. isUnknown ? [Any + ";q=0.8"] : Array.Empty<string>()]);
    }

    // An error whose body the document does not describe is mostly JSON.
    private static IReadOnlyList<string> ErrorsOf(Operation operation)
    {
        var successes = operation.Successes;
        var types = Distinct(operation.Responses
            .Where(r => r.HasBody && !successes.Contains(r))
            .Select(r => MediaTypes.Choose(r.Contents)!.MediaType)
            .Select(MediaTypes.ToSend));
        return types.Count == 0 ? [Json] : types;
    }

    private static List<string> Distinct(IEnumerable<string> mediaTypes) => [.. mediaTypes.Distinct(StringComparer.OrdinalIgnoreCase)];
}
