using Kiln.Generator.Api.Model;
using Kiln.Generator.Shapes.Calls.Bodies;
using Kiln.Generator.Shapes.Calls.Responses;
using Kiln.Generator.Shapes.Calls.Streams;
using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Calls;

/// <summary>The names of an operation's public methods.</summary>
/// <param name="Name">What the methods' names begin with: <c>Get</c>.</param>
/// <param name="CountMethod">The method that gives the number of items alone; <see langword="null"/> for none.</param>
/// <param name="OtherBodies">What the names of the methods begin with that send the operation's further bodies: <c>PostMultipart</c>.</param>
/// <param name="Answers">The names of the methods that read further answers, for each body in order.</param>
internal sealed record CallNames(string Name, string? CountMethod, IReadOnlyList<string> OtherBodies, IReadOnlyList<AnswerNames> Answers)
{
    /// <summary>The methods of the operation's streams, without <c>Async</c>, for each body in order.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Streams { get; init; } = [];

    /// <summary>Names the methods of all operations of a path: first those that the document names, and last those that have a name of Kiln's own.</summary>
    public static IReadOnlyList<CallNames> Take(IReadOnlyList<Operation> operations, NameScope members)
    {
        var names = new string[operations.Count];
        foreach (var (operation, index) in operations.Select((o, i) => (o, i)).OrderBy(o => o.o.NameOverride is null))
            names[index] = TakeMethods(members, Identifiers.Pascal(operation.Method.ToLowerInvariant(), operation.NameOverride));
        var plans = operations.Select((o, i) => (Operation: o, Name: names[i], CountMethod: o.Paging is { CanCount: true } ? TakeCount(members, names[i]) : null, Others: TakeOthers(members, names[i], o))).ToList();
        return [.. plans.Select(p => new CallNames(p.Name, p.CountMethod, p.Others, TakeAnswers(members, p.Operation, [p.Name, .. p.Others])) { Streams = TakeStreams(members, p.Operation, [p.Name, .. p.Others]) })];
    }

    private static IReadOnlyList<AnswerNames> TakeAnswers(NameScope members, Operation operation, IReadOnlyList<string> names)
    {
        var answers = operation.Answers;
        var hasItems = operation.Streams.Count > 0;
        return [.. names.Select((name, i) => AnswerNames.Take(answers, hasItems, name, isFirst: i == 0, members))];
    }

    private static IReadOnlyList<IReadOnlyList<string>> TakeStreams(NameScope members, Operation operation, IReadOnlyList<string> names) =>
        [.. names.Select(name => StreamNames.Take(operation, name, members))];

    private static IReadOnlyList<string> TakeOthers(NameScope members, string name, Operation operation) =>
        [.. (operation.Body?.Bodies ?? []).Skip(1).Select(body => TakeMethods(members, BodySuffix.Of(body).Select(suffix => name + suffix)))];

    // A builder that has a property named like one of the methods would not compile.
    private static string TakeMethods(NameScope members, params IEnumerable<string> wanted)
    {
        var names = wanted.ToList();
        var name = names.Find(n => TryTake(members, n));
        for (var i = 2; name is null; i++)
            name = TryTake(members, names[names.Count - 1] + i) ? names[names.Count - 1] + i : null;
        return name;
    }

    private static bool TryTake(NameScope members, string name) =>
        members.TakeAll($"{name}Async", $"{name}WithResponseAsync", $"{name}StreamAsync", $"{name}AllAsync", $"To{name}RequestInformation");

    private static string TakeCount(NameScope members, string name) =>
        members.Take(members.IsFree("CountAsync") ? "CountAsync" : name == "Count" ? "CountItemsAsync" : name + "CountAsync");
}
