namespace Kiln.Generator.Shapes.Files;

/// <summary>Where a property's value stands.</summary>
internal abstract record FieldStorage;

/// <summary>In the property alone.</summary>
/// <param name="Initial">What it is until it is set; empty for <c>default</c>.</param>
/// <example><c>public string Id { get; set; } = "";</c></example>
internal sealed record PlainStorage(string Initial) : FieldStorage;

/// <summary>In a field that reading fills, while the property's setter says that it is written, though it may not have been received.</summary>
/// <param name="Backing">The field.</param>
/// <param name="Place">Its number among the model's fields.</param>
/// <param name="Initial">What it is until it is set; empty for <c>default</c>.</param>
/// <example><c>public long Id { get => id; set => AssignRequired(ref id, value, 0); }</c></example>
internal sealed record AssignedStorage(string Backing, int Place, string Initial) : FieldStorage;

/// <summary>In a field, and the model remembers that it was set.</summary>
/// <param name="Backing">The field.</param>
/// <param name="Place">Its number among the fields that are not required.</param>
/// <example><c>public string? Nick { get => nick; set => AssignNullable(ref nick, value, 0); }</c></example>
internal sealed record TrackedStorage(string Backing, int Place) : FieldStorage;

/// <summary>In a field that is null as long as nothing was set, while the property gives the default.</summary>
/// <param name="Backing">The field.</param>
/// <param name="Default">The expression of the default.</param>
/// <example><c>public int Limit { get => limit ?? 20; set => limit = value; }</c></example>
internal sealed record DefaultedStorage(string Backing, string Default) : FieldStorage;
