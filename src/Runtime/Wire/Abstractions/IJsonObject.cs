namespace Kiln.Runtime.Wire;

/// <summary>A model as those see it that do not know its fields.</summary>
internal interface IJsonObject
{
    /// <summary>Reads the object whose start the reader is at.</summary>
    void Read(ref WireReader reader);

    /// <summary>Writes the object.</summary>
    void Write(WireWriter writer);
}
