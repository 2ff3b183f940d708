namespace Kiln.Generator.Api;

/// <summary>A schema where it is used, and whether the value may be null there.</summary>
internal readonly record struct SchemaUse(Schema Schema, bool IsNullable);
