using Microsoft.Kiota.Abstractions.Serialization;

namespace Kiln.Runtime.Wire;

/// <summary>An item type of which Kiota can read and write whole lists.</summary>
/// <remarks>
/// Not a method of <see cref="WireType{T}"/>: that would name the type of a list of T, which would name that of a list of lists, without
/// end, and the AOT compiler follows such a chain until it gives up.
/// </remarks>
internal interface IKiotaItem<T>
{
    List<T> ReadList(IParseNode node);

    void WriteList(ISerializationWriter writer, string name, List<T> values);
}
