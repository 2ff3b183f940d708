using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Files;

/// <summary>A request builder, or the client.</summary>
/// <param name="Values">The path parameters that it holds.</param>
/// <param name="Template">Its URL as a template, for Kiota's middleware and telemetry.</param>
/// <param name="Path">The whole path as the document has it.</param>
/// <param name="Client">What only the client has; <see langword="null"/> for other builders.</param>
/// <param name="Children">The builders below it.</param>
/// <param name="Calls">Its operations.</param>
/// <example><c>EventsRequestBuilder</c> for <c>/web/api/v2.1/threats/{threat_id}/explore/events</c>, with the value <c>threatId</c> and one call.</example>
internal sealed record BuilderShape(
    string HintName,
    string Namespace,
    EquatableArray<UsingShape> Usings,
    string Name,
    DocShape Doc,
    EquatableArray<ValueShape> Values,
    string Template,
    string Path,
    ClientShape? Client,
    EquatableArray<ChildShape> Children,
    EquatableArray<CallShape> Calls)
    : FileShape(HintName, Namespace, Usings, Name, Doc);
