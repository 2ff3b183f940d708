namespace Kiln.Generator.Tests.Wrappers;

/// <summary>Where a schema can stand.</summary>
internal enum GridPosition
{
    Path,
    Query,
    Header,
    ResponseHeader,
    RequestBody,
    Response,
    Property,
    Item,
    Value,
}

/// <summary>A variant of a type in a position.</summary>
internal sealed record GridCell(GridType Type, int TypeIndex, GridVariant Variant, int VariantIndex, GridPosition Position)
{
    /// <summary>Whether the C# type shows that null is allowed; a parameter is not sent where it is null.</summary>
    public bool ShowsNull => Position is GridPosition.RequestBody or GridPosition.Response or GridPosition.Property or GridPosition.Item or GridPosition.Value;

    /// <summary>The operation of a body: three stand at one path.</summary>
    public string Method => ((string[])["put", "post", "patch"])[VariantIndex % 3];

    /// <summary>The path of that operation.</summary>
    public string BodyName => NameOf(GridPosition.RequestBody, TypeIndex, VariantIndex / 3 * 3);

    public string Name => NameOf(Position, TypeIndex, VariantIndex);

    public static string NameOf(GridPosition position, int type, int variant) => $"{char.ToLowerInvariant(position.ToString()[0])}{position.ToString()[1..]}{type}x{variant}";

    public override string ToString() => $"{Type.Name} as {Variant.Schema}{(Variant.IsInline ? " (inline)" : "")} in {Position}";
}
