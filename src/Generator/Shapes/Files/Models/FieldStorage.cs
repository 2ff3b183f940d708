namespace Kiln.Generator.Shapes.Files;

/// <summary>Where a property's value stands.</summary>
internal abstract record FieldStorage;

/// <summary>In the property alone.</summary>
/// <param name="Initial">What it is until it is set; empty for <c>default</c>.</param>
internal sealed record PlainStorage(string Initial) : FieldStorage;

/// <summary>In a field, and the model remembers that it was set.</summary>
/// <param name="Backing">The field.</param>
/// <param name="Place">Its number among those that the model remembers.</param>
internal sealed record TrackedStorage(string Backing, int Place) : FieldStorage;

/// <summary>In a field that is null as long as nothing was set, while the property gives the default.</summary>
/// <param name="Backing">The field.</param>
/// <param name="Default">The expression of the default.</param>
internal sealed record DefaultedStorage(string Backing, string Default) : FieldStorage;
