using System.Text.RegularExpressions;
using Kiln.Generator.Api.Model;
using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Calls;

/// <summary>Reads a name out of an operation's id, as people and frameworks write them.</summary>
internal static class OperationId
{
    // PetsController_findAll of NestJS
    private static readonly Regex Controller = new(@"^([A-Za-z0-9]+)Controller(?=[_.])", RegexOptions.CultureInvariant);

    // findAllUsingGET of Springfox, and the number that it and Springdoc put behind an id that is not the only one: findAll_1
    private static readonly Regex Ending = new(@"(Using(GET|PUT|POST|DELETE|PATCH|HEAD|OPTIONS))?(_[0-9]+)?$", RegexOptions.CultureInvariant);

    // What says no more than the method of the request does.
    private static readonly HashSet<string> Verbs = new(StringComparer.OrdinalIgnoreCase)
    {
        "Get", "Put", "Post", "Delete", "Patch", "Head", "Options", "Trace", "List", "Create", "Update", "Read", "Find", "Add", "Remove", "Edit", "Replace", "All", "Index", "Show",
    };

    private const int RoomyLength = 50;
    private const int MostLetters = 200;

    /// <summary>The names that would do, the best first; none for an id that says no more than the path.</summary>
    public static IEnumerable<string> NamesOf(Operation operation)
    {
        if (operation.Id is not { } id || id.IndexOfAny(['{', '}']) >= 0)
            yield break;
        var whole = WithoutPath(Ending.Replace(Controller.Replace(id.Trim(), "$1"), ""), operation);
        var parts = whole.Split(['.'], StringSplitOptions.RemoveEmptyEntries);
        var last = string.Join(".", parts.Skip(parts.Length - 2));
        foreach (var text in new[] { WithoutGroup(last), whole }.Distinct())
        {
            if (!text.Any(char.IsLetter) || Identifiers.Pascal(text) is not { Length: <= MostLetters } name || !IsName(name) || IsPath(name, operation))
                continue;
            foreach (var shorter in Shorter(text, name))
                yield return shorter;
            yield return name;
        }
    }

    // What a request or a response is called after has to leave room for its parts: a long id loses its group, or what stands behind its verb.
    private static IEnumerable<string> Shorter(string text, string name)
    {
        if (name.Length <= RoomyLength)
            yield break;
        var slash = text.IndexOf('/');
        var rest = slash > 0 && slash < text.Length - 1 ? Identifiers.Pascal(text.Substring(slash + 1)) : name;
        // Without its group, as its verb may be all that distinguishes it.
        var words = CapitalWords.Split(IsName(rest) ? rest : name).ToList();
        while (words.Count > 2 && words.Sum(w => w.Length) > RoomyLength)
            words.RemoveAt(1);
        yield return string.Concat(words);
    }

    private static bool IsName(string name) => !Verbs.Contains(name) && !(name[0] == 'N' && name.Length > 1 && char.IsDigit(name[1]));

    // read_item_items__item_id__get of FastAPI is the function read_item, the path and the method.
    private static string WithoutPath(string id, Operation operation)
    {
        var ending = new string([.. operation.Path.Select(c => char.IsLetterOrDigit(c) ? c : '_'), '_', .. operation.Method]);
        return id.EndsWith(ending, StringComparison.OrdinalIgnoreCase) ? id.Substring(0, id.Length - ending.Length) : id;
    }

    // A group that the rest names as well is said once: gists/list-gists.
    private static string WithoutGroup(string id)
    {
        var slash = id.IndexOf('/');
        return slash > 0 && slash < id.Length - 1 && Contains(id.Substring(slash + 1), id.Substring(0, slash)) ? id.Substring(slash + 1) : id;
    }

    private static bool Contains(string text, string words)
    {
        var all = CapitalWords.Split(Identifiers.Pascal(text)).ToList();
        var some = CapitalWords.Split(Identifiers.Pascal(words)).ToList();
        return Enumerable.Range(0, Math.Max(0, all.Count - some.Count + 1)).Any(start => all.Skip(start).Take(some.Count).SequenceEqual(some, StringComparer.Ordinal));
    }

    // Made of the path and the method by a program: GET_api_v1_users_userId.
    private static bool IsPath(string name, Operation operation)
    {
        var path = string.Concat(operation.Path.Where(char.IsLetterOrDigit));
        return operation.Path.Trim('/').Contains('/')
            && new[] { path + operation.Method, operation.Method + path }.Contains(name, StringComparer.OrdinalIgnoreCase);
    }
}
