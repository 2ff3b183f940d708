using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Tests.RoundTrip;

/// <summary>A value that a document shows of one of its schemas.</summary>
/// <param name="Pointer">Where it stands.</param>
/// <param name="SchemaPointer">Where its schema stands.</param>
/// <param name="Value">What it is.</param>
internal sealed record Example(string Pointer, string SchemaPointer, SpecNode Value);
