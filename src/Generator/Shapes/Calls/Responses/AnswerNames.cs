using Kiln.Generator.Api.Model;
using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Calls.Responses;

/// <summary>The names of the methods that send one body of an operation and read its further answers.</summary>
/// <param name="Others">What the methods of further types are called, in the order of <see cref="Answers.Others"/>.</param>
/// <param name="Raw">What the method is called that takes a media type; <see langword="null"/> for none.</param>
/// <example><c>GetText</c> of <c>GetTextAsync</c>; <c>GetStream</c> of <c>GetStreamAsync</c>.</example>
internal sealed record AnswerNames(IReadOnlyList<string> Others, string? Raw)
{
    /// <summary>Names them. The methods of the operation have their names, that of a stream among them.</summary>
    /// <param name="answers">The answers.</param>
    /// <param name="hasItems">Whether there is a method that reads a sequence of items, and has the name of a stream.</param>
    /// <param name="name">What the methods for the body begin with.</param>
    /// <param name="isFirst">Whether it is the first body: one method that gives bytes is enough, as it reads whatever the service writes.</param>
    /// <param name="members">The names of the builder.</param>
    public static AnswerNames Take(Answers answers, bool hasItems, string name, bool isFirst, NameScope members) => new(
        [.. answers.Others.Select(o => Take(members, AnswerWords.Of(o).Select(word => name + word)))],
        answers.Raw.Count == 0 || !isFirst ? null : hasItems ? Take(members, [name + "Raw"]) : name + "Stream");

    private static string Take(NameScope members, IEnumerable<string> wanted)
    {
        var names = wanted.ToList();
        var name = names.Find(n => TryTake(members, n));
        for (var i = 2; name is null; i++)
            name = TryTake(members, names[names.Count - 1] + i) ? names[names.Count - 1] + i : null;
        return name;
    }

    private static bool TryTake(NameScope members, string name) => members.TakeAll($"{name}Async", $"{name}WithResponseAsync");
}
