using Kiln.Generator.Collections;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Overlays;

/// <summary>A query that selects nodes of a tree (RFC 9535).</summary>
internal sealed record JsonPath(EquatableArray<PathSegment> Segments);

/// <summary>A segment of a query: its selectors, and whether they also apply to all descendants (<c>..</c>).</summary>
internal sealed record PathSegment(bool IsDescendant, EquatableArray<PathSelector> Selectors);

/// <summary>Selects children of a node.</summary>
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

/// <summary>A logical expression of a filter, which is evaluated for each child.</summary>
internal abstract record PathCondition;

internal sealed record OrCondition(PathCondition Left, PathCondition Right) : PathCondition;

internal sealed record AndCondition(PathCondition Left, PathCondition Right) : PathCondition;

internal sealed record NotCondition(PathCondition Inner) : PathCondition;

/// <summary>Whether a query selects any node.</summary>
internal sealed record ExistsCondition(PathQuery Query) : PathCondition;

/// <summary>A comparison; the operator is one of <c>== != &lt; &lt;= &gt; &gt;=</c>.</summary>
internal sealed record CompareCondition(PathValue Left, string Operator, PathValue Right) : PathCondition;

/// <summary><c>match</c> (the whole string) or <c>search</c> (a substring) with a regular expression.</summary>
internal sealed record MatchCondition(PathValue Text, PathValue Pattern, bool IsWhole) : PathCondition;

/// <summary>A value that a filter compares.</summary>
internal abstract record PathValue;

/// <example><c>'query'</c>, <c>1</c>, <c>true</c>, <c>null</c></example>
internal sealed record LiteralValue(ScalarKind Kind, string Text) : PathValue;

/// <summary>A query within a filter, relative to the current child (<c>@</c>) or to the root (<c>$</c>).</summary>
internal sealed record PathQuery(bool FromRoot, JsonPath Path) : PathValue;

/// <summary>The length of a string, list or map.</summary>
internal sealed record LengthValue(PathValue Of) : PathValue;

/// <summary>The number of nodes that a query selects.</summary>
internal sealed record CountValue(PathQuery Of) : PathValue;
