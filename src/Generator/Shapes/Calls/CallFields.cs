using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Calls;

/// <summary>The private static fields of an operation.</summary>
/// <param name="Response">The field with the type of the response.</param>
/// <param name="Errors">The field with the exception of each status.</param>
/// <param name="Paging">The field that says how pages are read; unused for an operation without pages.</param>
/// <example><c>GetResponse</c>, <c>GetErrors</c> and <c>GetPaging</c></example>
internal sealed record CallFields(string Response, string Errors, string Paging)
{
    public static CallFields Unnamed { get; } = new("", "", "");

    /// <summary>Names the fields of the operation whose methods begin with a name.</summary>
    public static CallFields Of(string name, NameScope members) =>
        new(members.Take(name + "Response"), members.Take(name + "Errors"), members.Take(name + "Paging"));
}
