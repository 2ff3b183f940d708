using Kiln.Generator.Api.Model;
using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types.Values;

namespace Kiln.Generator.Shapes.Calls.Responses;

/// <summary>A class to be emitted for an operation whose successes have bodies of several types.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Operation">The operation as the document names it: <c>POST /pets</c>.</param>
/// <param name="Cases">The bodies, by status.</param>
/// <param name="EmptyStatuses">The status codes that have none of them, <c>204</c> or <c>2XX</c>.</param>
internal sealed record ResultPlan(TypeName Name, string Operation, IReadOnlyList<ResultCasePlan> Cases, EquatableArray<string> EmptyStatuses);

/// <summary>One of the bodies.</summary>
/// <param name="Property">Its property.</param>
/// <param name="Kind">How it is read.</param>
/// <param name="Type">The C# type of JSON; <see langword="null"/> for all else.</param>
/// <param name="IsNullable">Whether JSON null is such a body.</param>
/// <param name="Statuses">The status codes that have it, <c>200</c> or <c>2XX</c>.</param>
internal sealed record ResultCasePlan(string Property, BodyKind Kind, CSharpType? Type, bool IsNullable, EquatableArray<string> Statuses);
