namespace Kiln.Runtime.Wire;

/// <summary>What may be wrong with a property of a page.</summary>
internal enum PageFault
{
    /// <summary>It is not there.</summary>
    Missing,

    /// <summary>It is null, and the document does not allow that.</summary>
    Null,

    /// <summary>Its value is of another type, and cannot be converted.</summary>
    Lost,

    /// <summary>It is there more than once.</summary>
    Twice,
}
