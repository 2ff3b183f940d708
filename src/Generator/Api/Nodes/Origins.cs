using Kiln.Generator.Api.Model;
using Kiln.Generator.Collections;

namespace Kiln.Generator.Api.Nodes;

/// <summary>Makes the origins of what is read, and collects their pointers.</summary>
internal sealed class Origins
{
    private readonly List<string> pointers = [];

    /// <summary>All pointers so far, in the order in which they were read.</summary>
    public EquatableArray<string> All => pointers.ToEquatableArray();

    public Origin Add(string? pointer)
    {
        if (pointer is not null)
            pointers.Add(pointer);
        return new(pointer);
    }
}
