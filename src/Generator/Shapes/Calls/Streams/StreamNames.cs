using Kiln.Generator.Api.Model;
using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Calls.Streams;

/// <summary>What the streams of an operation are called.</summary>
internal static class StreamNames
{
    private const string Ending = "Stream";

    /// <summary>The methods of an operation's streams, without <c>Async</c>: that of the first has the short name, which the operation has already.</summary>
    /// <example><c>GetStream</c>, and <c>GetLinesStream</c> beside it</example>
    /// <param name="operation">The operation.</param>
    /// <param name="name">What its methods begin with.</param>
    /// <param name="members">The members of its builder.</param>
    public static IReadOnlyList<string> Take(Operation operation, string name, NameScope members) =>
        [.. operation.Streams.Select((c, i) => i == 0 ? name + Ending : TakeMethod(members, name + c.Items!.Format + Ending))];

    private static string TakeMethod(NameScope members, string name)
    {
        var method = name;
        for (var i = 2; !members.TakeAll(method + "Async"); i++)
            method = name + i;
        return method;
    }
}
