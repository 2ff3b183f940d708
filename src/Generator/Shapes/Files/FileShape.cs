using Kiln.Generator.Collections;

namespace Kiln.Generator.Shapes.Files;

/// <summary>What one emitted file contains: every name, type and expression is decided, and emission only writes.</summary>
/// <param name="HintName">The file's name.</param>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Usings">The namespaces that it uses, in order.</param>
/// <param name="Name">Its one class or struct.</param>
/// <param name="Doc">What that is.</param>
internal abstract record FileShape(string HintName, string Namespace, EquatableArray<UsingShape> Usings, string Name, DocShape Doc)
{
    /// <summary>Whether it uses what the document advises against: the consumer shall be warned of that, and not the SDK itself.</summary>
    public bool UsesDeprecated { get; init; }
}

/// <summary>A namespace that a file uses.</summary>
/// <param name="Namespace">As the file writes it.</param>
/// <param name="IsOwn">
/// Whether it is one of the SDK. Those stand inside the file's namespace: C# then finds a schema called <c>Version</c> or <c>File</c> before the
/// framework's type of that name, and before any that the project's global usings bring.
/// </param>
internal sealed record UsingShape(string Namespace, bool IsOwn);

/// <summary>What a doc comment says, in the document's words, not yet escaped.</summary>
/// <param name="Summary">What it is.</param>
/// <param name="Remarks">What else there is to know.</param>
/// <param name="Deprecation">Why the document advises against it; <see langword="null"/> if it does not.</param>
internal sealed record DocShape(string Summary, string? Remarks = null, string? Deprecation = null);

/// <summary>A class that is read from JSON and written to it.</summary>
internal sealed record ModelShape(
    string HintName, string Namespace, EquatableArray<UsingShape> Usings, string Name, DocShape Doc, EquatableArray<FieldShape> Fields, ExtrasShape? Extras)
    : FileShape(HintName, Namespace, Usings, Name, Doc)
{
    /// <summary>Its place among classes that are derived from each other; <see langword="null"/> for a class of its own.</summary>
    public InheritanceShape? Inheritance { get; init; }
}

/// <summary>The property for fields that the document does not name, but gives a type.</summary>
/// <param name="Name">The property's name.</param>
/// <param name="Backing">The field behind it.</param>
/// <param name="Type">Its C# type.</param>
/// <param name="Wire">The expression that reads and writes a value.</param>
/// <param name="AreOpen">Whether fields of other types may stand beside them.</param>
internal sealed record ExtrasShape(string Name, string Backing, string Type, string Wire, bool AreOpen);

/// <summary>A property of a model.</summary>
/// <param name="Name">The property's name.</param>
/// <param name="Type">Its C# type.</param>
/// <param name="WireName">The field's name in JSON.</param>
/// <param name="Wire">The expression that reads and writes it.</param>
/// <param name="Presence">The method of <c>WireFields</c> that says whether it may be missing or null.</param>
/// <param name="Storage">Where its value stands.</param>
/// <param name="IsReadOnly">Whether requests leave it out.</param>
/// <param name="Doc">What the document says of it.</param>
internal sealed record FieldShape(string Name, string Type, string WireName, string Wire, string Presence, FieldStorage Storage, bool IsReadOnly, DocShape Doc);

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

/// <summary>A struct over one of some values.</summary>
/// <param name="UnderlyingType">The C# type of the value.</param>
/// <param name="Contract">The interface of the runtime that it implements.</param>
/// <param name="Text">The expression of its text.</param>
/// <param name="Word">What a value of it is called: a text, a value.</param>
internal sealed record EnumShape(
    string HintName, string Namespace, EquatableArray<UsingShape> Usings, string Name, DocShape Doc, string UnderlyingType, string Contract, string Text, string Word, EquatableArray<EnumMemberShape> Members)
    : FileShape(HintName, Namespace, Usings, Name, Doc);

/// <summary>A named value of an enum.</summary>
/// <param name="Name">Its property.</param>
/// <param name="Value">Its value as C# writes it.</param>
/// <param name="WireValue">Its value as a person reads it.</param>
/// <param name="Description">What the document says of it.</param>
internal sealed record EnumMemberShape(string Name, string Value, string WireValue, string? Description);

/// <summary>An exception that carries a model.</summary>
internal sealed record ErrorShape(string HintName, string Namespace, EquatableArray<UsingShape> Usings, string Name, DocShape Doc, string Model)
    : FileShape(HintName, Namespace, Usings, Name, Doc);

/// <summary>The query parameters and typed request headers of an operation.</summary>
internal sealed record QueryShape(string HintName, string Namespace, EquatableArray<UsingShape> Usings, string Name, DocShape Doc, EquatableArray<QueryFieldShape> Fields)
    : FileShape(HintName, Namespace, Usings, Name, Doc);

/// <summary>A parameter in a <see cref="QueryShape"/>.</summary>
internal sealed record QueryFieldShape(string Name, string Type, DocShape Doc);

/// <summary>The headers of an answer.</summary>
internal sealed record HeadersShape(string HintName, string Namespace, EquatableArray<UsingShape> Usings, string Name, DocShape Doc, EquatableArray<HeaderFieldShape> Fields)
    : FileShape(HintName, Namespace, Usings, Name, Doc);

/// <summary>A header in a <see cref="HeadersShape"/>.</summary>
internal sealed record HeaderFieldShape(string Name, string Type, string WireName, string Wire, DocShape Doc);
