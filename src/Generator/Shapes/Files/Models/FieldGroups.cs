namespace Kiln.Generator.Shapes.Files;

/// <summary>The groups in which a model writes the fields that it declares itself, as the runtime counts them.</summary>
internal static class FieldGroups
{
    /// <summary>The fields of one group.</summary>
    public const int Size = 16;

    /// <summary>How many groups a number of fields is.</summary>
    public static int Count(int fields) => (fields + Size - 1) / Size;
}
