using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Calls;

/// <summary>The private static fields of an operation.</summary>
/// <param name="Response">The field with the types of the responses.</param>
/// <param name="Paging">The field that says how pages are read; unused for an operation without pages.</param>
/// <example><c>GetResponse</c> and <c>GetPaging</c></example>
internal sealed record CallFields(string Response, string Paging)
{
    public static CallFields Unnamed { get; } = new("", "");

    /// <summary>The fields that describe the items of streams, one for each stream.</summary>
    public IReadOnlyList<string> Streams { get; init; } = [];

    /// <summary>Names the fields of the operation whose methods begin with a name.</summary>
    /// <param name="name">That name.</param>
    /// <param name="streams">The methods of its streams, without <c>Async</c>, after which their fields are called.</param>
    /// <param name="members">The members of the builder.</param>
    public static CallFields Of(string name, IEnumerable<string> streams, NameScope members) =>
        new(members.Take(name + "Response"), members.Take(name + "Paging")) { Streams = [.. streams.Select(s => members.Take(s))] };
}
