using Kiln.Generator.Api.Model;
using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Calls;

/// <summary>The names of an operation's public methods.</summary>
/// <param name="Name">What the methods' names begin with: <c>Get</c>.</param>
/// <param name="CountMethod">The method that gives the number of items alone; <see langword="null"/> for none.</param>
internal sealed record CallNames(string Name, string? CountMethod)
{
    /// <summary>Names the methods of all operations of a path: first those that the document names, and last those that have a name of Kiln's own.</summary>
    public static IReadOnlyList<CallNames> Take(IReadOnlyList<Operation> operations, NameScope members)
    {
        var names = new string[operations.Count];
        foreach (var (operation, index) in operations.Select((o, i) => (o, i)).OrderBy(o => o.o.NameOverride is null))
            names[index] = TakeMethods(members, Identifiers.Pascal(operation.Method.ToLowerInvariant(), operation.NameOverride));
        return [.. operations.Select((o, i) => new CallNames(names[i], o.Paging?.CountOnly is null ? null : TakeCount(members, names[i])))];
    }

    // A builder that has a property named like one of the methods would not compile.
    private static string TakeMethods(NameScope members, string verb)
    {
        var name = verb;
        for (var i = 2; !members.TakeAll($"{name}Async", $"{name}WithResponseAsync", $"{name}StreamAsync", $"{name}AllAsync", $"To{name}RequestInformation"); i++)
            name = verb + i;
        return name;
    }

    private static string TakeCount(NameScope members, string name) =>
        members.Take(members.IsFree("CountAsync") ? "CountAsync" : name == "Count" ? "CountItemsAsync" : name + "CountAsync");
}
