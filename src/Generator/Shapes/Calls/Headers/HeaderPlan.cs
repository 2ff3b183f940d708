using Kiln.Generator.Api.Model;
using Kiln.Generator.Shapes.Types.Values;

namespace Kiln.Generator.Shapes.Calls.Headers;

/// <summary>A header of the answer.</summary>
internal sealed record HeaderPlan(Header Header, string Property, CSharpType Type);
