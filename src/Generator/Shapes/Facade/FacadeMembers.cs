using Kiln.Generator.Shapes.Calls;

namespace Kiln.Generator.Shapes.Facade;

/// <summary>The public methods of a plan, and what the class of all operations calls them.</summary>
internal static class FacadeMembers
{
    private const string Async = "Async";

    /// <summary>The methods of a request builder for one plan, but for the one that only creates a request.</summary>
    public static IEnumerable<string> Of(CallPlan call)
    {
        string[] typed = [call.Name, .. call.Others.Select(o => o.Name)];
        string?[] single =
        [
            call.Response.IsUnknown ? call.Name + "Stream" : null,
            call.Raw,
            .. call.Streams.Select(s => s.Method),
            call.Operation.Paging is null ? null : call.Name + "All",
        ];
        return
        [
            .. typed.SelectMany(name => new[] { name + Async, $"{name}WithResponse{Async}" }),
            .. single.OfType<string>().Select(name => name + Async),
            .. call.CountMethod is { } count ? [count] : Array.Empty<string>(),
        ];
    }

    /// <summary>What the class calls a method.</summary>
    /// <param name="operation">What the names of the operation's methods begin with there: <c>ListPets</c>.</param>
    /// <param name="own">What they begin with in the request builder: <c>Get</c>.</param>
    /// <param name="method">The method there: <c>GetTextAsync</c>.</param>
    /// <returns><c>ListPetsTextAsync</c></returns>
    public static string NameOf(string operation, string own, string method) =>
        operation + (method.StartsWith(own, StringComparison.Ordinal) ? method.Substring(own.Length) : method);
}
