using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Calls;

/// <summary>The exception that a status is thrown as.</summary>
internal sealed record ErrorPlan(string Status, TypeName Exception);
