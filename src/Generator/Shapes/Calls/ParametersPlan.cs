using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Calls;

/// <summary>The parameters of an operation that are not in its path.</summary>
/// <param name="All">In the order of the document.</param>
/// <param name="Query">The class of those of the query that need not be given; <see langword="null"/> when there are none.</param>
/// <param name="Headers">The class of those in headers and cookies that need not be given; <see langword="null"/> when there are none.</param>
internal sealed record ParametersPlan(IReadOnlyList<ParameterPlan> All, TypeName? Query, TypeName? Headers);
