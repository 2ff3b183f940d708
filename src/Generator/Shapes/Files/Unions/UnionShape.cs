using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Files;

/// <summary>A class over a value that is one of several shapes.</summary>
/// <param name="Rule">How the cases are distinguished.</param>
internal sealed record UnionShape(string HintName, string Namespace, EquatableArray<UsingShape> Usings, string Name, DocShape Doc, EquatableArray<UnionCaseShape> Cases, UnionRuleShape Rule)
    : FileShape(HintName, Namespace, Usings, Name, Doc);

/// <summary>A case of a <see cref="UnionShape"/>.</summary>
/// <param name="Name">The property that gives it: <c>AsCat</c>.</param>
/// <param name="Argument">Its name as a parameter.</param>
/// <param name="Type">Its C# type.</param>
/// <param name="IsValueType">Whether that is a value type.</param>
/// <param name="Wire">The expression that reads and writes it.</param>
/// <param name="IsTold">Whether reading tells it; if not, it stays JSON until it is asked for.</param>
/// <example><c>("AsCat", "cat", "Cat", IsValueType: false, "WireType.Model&lt;Cat&gt;()", IsTold: true)</c></example>
internal sealed record UnionCaseShape(string Name, string Argument, string Type, bool IsValueType, string Wire, bool IsTold)
{
    /// <summary>The fields that an object gets when it is put into the union.</summary>
    public EquatableArray<IdentityShape> Identity { get; init; } = [];
}

/// <summary>A field that identifies a case.</summary>
/// <param name="WireName">Its name in JSON.</param>
/// <param name="Value">Its value; of a number or boolean, its JSON.</param>
internal sealed record IdentityShape(string WireName, string Value);
