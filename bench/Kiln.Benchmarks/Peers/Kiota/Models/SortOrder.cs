using System.Runtime.Serialization;

namespace Kiln.Benchmarks.Peers.Kiota.Models;

/// <summary>The order to sort in, as Kiota emits it.</summary>
public enum SortOrder
{
    [EnumMember(Value = "asc")]
    Asc,
    [EnumMember(Value = "desc")]
    Desc,
}
