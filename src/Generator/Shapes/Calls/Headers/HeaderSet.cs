using Kiln.Generator.Api.Model;
using Kiln.Generator.Shapes.Types.Sharing;

namespace Kiln.Generator.Shapes.Calls.Headers;

/// <summary>Headers that several operations answer with, or a component does.</summary>
internal sealed class HeaderSet
{
    private readonly List<Owner> owners = [];

    /// <summary>The headers, as they are in the first of their places by the pointers of these.</summary>
    public IReadOnlyList<Header> Headers { get; private set; } = [];

    /// <summary>The name that the document chooses; <see langword="null"/> for none.</summary>
    public string? Chosen { get; init; }

    /// <summary>The first of its places.</summary>
    public string FirstPointer { get; private set; } = "";

    /// <summary>The components and operations that have them.</summary>
    public IReadOnlyList<Owner> Owners => owners;

    /// <summary>The plan of the class, once it was made.</summary>
    public HeadersPlan? Plan { get; set; }

    /// <summary>Whether it is of more than one operation, or of a component.</summary>
    public bool IsShared => Component is not null || owners.Exists(o => o != owners[0]);

    /// <summary>Whether all operations have them by one component.</summary>
    public NamedOwner? Component => owners[0] is NamedOwner { IsShared: true } first && owners.TrueForAll(o => o == first) ? first : null;

    /// <summary>What all places have in common.</summary>
    public Owner Common => owners.Aggregate(Owner.Common);

    public void Add(Response response, Owner owner)
    {
        var pointer = response.Origin.Pointer ?? "";
        if (owners.Count == 0 || string.CompareOrdinal(pointer, FirstPointer) < 0)
            (FirstPointer, Headers) = (pointer, response.Headers.Items);
        owners.Add(owner);
    }
}
