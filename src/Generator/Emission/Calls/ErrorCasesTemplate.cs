using Kiln.Generator.Shapes.Files;
using Kiln.Generator.Text;

namespace Kiln.Generator.Emission;

/// <summary>Writes what an operation's errors are thrown as: the entries of its map, and what its doc comment says of them.</summary>
internal static class ErrorCasesTemplate
{
    private const string Default = "default";

    /// <summary>The entry of a status.</summary>
    /// <example><c>["404", "The pet does not exist"] = PetNotFoundException.Body</c></example>
    public static string Entry(ErrorCaseShape error)
    {
        var description = error.Description.Length > 0 ? CSharpText.Literal(error.Description) : error.Bodies.Count == 0 ? "\"\"" : null;
        return $"[{CSharpText.Literal(error.Status)}{(description is null ? "" : ", " + description)}] = {Body(error)}";
    }

    /// <summary>The exceptions of an operation, each with its status codes and what the document says of them.</summary>
    public static IEnumerable<string> Docs(IEnumerable<ErrorCaseShape> errors)
    {
        var cases = errors.Where(e => e.Bodies.Count > 0 || e.Description.Length > 0 || e.Headers is not null).ToList();
        return cases
            .SelectMany(e => e.Bodies.Count == 0 ? [(Case: e, Exception: "ServiceException", Type: "")] : e.Bodies.Select(b => (Case: e, Exception: b.Exception ?? "ServiceException{TError}", b.Type)))
            .GroupBy(e => (e.Exception, e.Type), e => e.Case)
            .Select(g => DocComment.Element($"exception cref=\"{g.Key.Exception}\"", Text([.. g], isOnly: g.Count() == cases.Count), g.Key.Type.Length > 0 ? $"The error is {DocComment.Code(g.Key.Type)}." : null));
    }

    private static string Body(ErrorCaseShape error)
    {
        if (error.Bodies.Count == 0)
            return "null";
        var first = Body(error.Bodies[0]);
        return first + string.Concat(error.Bodies.Skip(1).Select(b => $".Or({CSharpText.Literal(b.MediaType)}, {Body(b)})"));
    }

    private static string Body(ErrorBodyShape body) => body switch
    {
        { Exception: { } exception } => $"{exception}.Body",
        { Wire: { } wire } => $"ErrorBody.Of({wire})",
        _ => "ErrorBody.Text",
    };

    // 401, 403. 404: The pet does not exist. Any other unsuccessful status code: The service has failed.
    private static string Text(IReadOnlyList<ErrorCaseShape> errors, bool isOnly)
    {
        var groups = errors
            .GroupBy(e => (e.Description, e.Headers))
            .OrderBy(g => g.Key.Description.Length > 0 || g.Key.Headers is not null)
            .Select(g => Statuses([.. g.Select(e => e.Status)], isOnly: isOnly && g.Count() == errors.Count) + Sentence(g.Key.Description, g.Key.Headers));
        return string.Join(" ", groups);
    }

    private static string Sentence(string description, string? headers)
    {
        var ended = description.Length == 0 ? "." : $": {description}{(description[description.Length - 1] is '.' or '!' or '?' or '…' ? "" : ".")}";
        return headers is null ? ended : $"{ended} Headers: {DocComment.Code(headers)}.";
    }

    private static string Statuses(IReadOnlyList<string> statuses, bool isOnly)
    {
        var named = string.Join(", ", statuses.Where(s => s != Default));
        return (named, statuses.Contains(Default)) switch
        {
            ("", _) => isOnly ? "Any unsuccessful status code" : "Any other unsuccessful status code",
            (_, false) => named,
            (_, true) => $"{named}, and any other unsuccessful status code",
        };
    }
}
