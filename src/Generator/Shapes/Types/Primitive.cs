namespace Kiln.Generator.Shapes.Types;

/// <summary>The C# type of a scalar.</summary>
/// <example><c>string</c> of format <c>date-time</c> is a <c>DateTimeOffset</c>, read and written by <c>WireType.DateTime</c>.</example>
/// <param name="Type">The schema's type.</param>
/// <param name="Format">The schema's format; <see langword="null"/> for none and for those that are not in the table.</param>
/// <param name="CSharp">The C# type.</param>
/// <param name="Wire">The member of <c>WireType</c> that reads and writes it.</param>
/// <param name="EmptyValue">The value of a required field that a service left out; empty where that is <c>default</c>.</param>
/// <param name="Namespace">The namespace that the C# type needs; empty for keywords.</param>
internal sealed record Primitive(string Type, string? Format, string CSharp, string Wire, string EmptyValue = "", string Namespace = "")
{
    public bool IsValueType => EmptyValue.Length == 0;
}
