using Kiln.Generator.Collections;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Overlays;

/// <summary>A query that picks nodes of a tree (RFC 9535).</summary>
internal sealed record JsonPath(EquatableArray<PathSegment> Segments);

/// <summary>One step of a query: what it picks of each node so far, and whether of all nodes below too (<c>..</c>).</summary>
internal sealed record PathSegment(bool IsDescendant, EquatableArray<PathSelector> Selectors);

/// <summary>What a segment picks of a node's children.</summary>
internal abstract record PathSelector;

/// <example><c>.paths</c>, <c>['/pets']</c></example>
internal sealed record NameSelector(string Name) : PathSelector;

/// <example><c>*</c></example>
internal sealed record WildcardSelector : PathSelector;

/// <example><c>[0]</c>, <c>[-1]</c></example>
internal sealed record IndexSelector(int Index) : PathSelector;

/// <example><c>[1:5:2]</c></example>
internal sealed record SliceSelector(int? Start, int? End, int Step) : PathSelector;

/// <example><c>[?@.in == 'query']</c></example>
internal sealed record FilterSelector(PathCondition Condition) : PathSelector;

/// <summary>What a filter asks of a child.</summary>
internal abstract record PathCondition;

internal sealed record OrCondition(PathCondition Left, PathCondition Right) : PathCondition;

internal sealed record AndCondition(PathCondition Left, PathCondition Right) : PathCondition;

internal sealed record NotCondition(PathCondition Inner) : PathCondition;

/// <summary>Whether a query picks anything.</summary>
internal sealed record ExistsCondition(PathQuery Query) : PathCondition;

/// <summary>A comparison; the operator is one of <c>== != &lt; &lt;= &gt; &gt;=</c>.</summary>
internal sealed record CompareCondition(PathValue Left, string Operator, PathValue Right) : PathCondition;

/// <summary><c>match</c> (the whole text) or <c>search</c> (a part of it) by a regular expression.</summary>
internal sealed record MatchCondition(PathValue Text, PathValue Pattern, bool IsWhole) : PathCondition;

/// <summary>A value that a filter compares.</summary>
internal abstract record PathValue;

/// <example><c>'query'</c>, <c>1</c>, <c>true</c>, <c>null</c></example>
internal sealed record LiteralValue(ScalarKind Kind, string Text) : PathValue;

/// <summary>A query within a filter: from the child that is asked about (<c>@</c>) or from the root (<c>$</c>).</summary>
internal sealed record PathQuery(bool FromRoot, JsonPath Path) : PathValue;

/// <summary>The length of a text, list or map.</summary>
internal sealed record LengthValue(PathValue Of) : PathValue;

/// <summary>How many nodes a query picks.</summary>
internal sealed record CountValue(PathQuery Of) : PathValue;
