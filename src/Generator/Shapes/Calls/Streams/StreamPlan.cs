using Kiln.Generator.Api.Model;
using Kiln.Generator.Shapes.Types.Values;

namespace Kiln.Generator.Shapes.Calls.Streams;

/// <summary>A body that is read item by item.</summary>
/// <param name="Content">What the document says of it.</param>
/// <param name="Type">The C# type of an item.</param>
/// <param name="Method">The name of the method, without <c>Async</c>: <c>PostStream</c>.</param>
/// <param name="Accept">What its request accepts.</param>
internal sealed record StreamPlan(Content Content, CSharpType Type, string Method, string Accept)
{
    public ItemSequence Items => Content.Items!;

    /// <summary>The private field that describes the items. It is named last, as all private fields are.</summary>
    public string Field { get; init; } = "";
}
