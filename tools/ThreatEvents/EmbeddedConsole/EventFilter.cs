namespace ThreatEvents.EmbeddedConsole;

/// <summary>Which events are wanted; a part that is null or empty lets everything through.</summary>
internal sealed record EventFilter(
    string? ProcessKey, IReadOnlyList<string> ObjectTypes, IReadOnlyList<string> SubTypes, string? ProcessNamePart)
{
    /// <summary>The object type that stands for all of them, as the first tab of the vendor's page does.</summary>
    private const string EveryType = "events";

    public bool Lets(StoredEvent candidate) =>
        IsOfProcess(candidate)
        && (ObjectTypes.Count == 0 || ObjectTypes.Contains(EveryType) || ObjectTypes.Contains(candidate["objectType"]))
        && (SubTypes.Count == 0 || SubTypes.Contains(EventKind.SubTypeOf(candidate["eventType"])))
        && (ProcessNamePart is null || candidate["processName"]?.Contains(ProcessNamePart, StringComparison.OrdinalIgnoreCase) == true);

    private bool IsOfProcess(StoredEvent candidate) =>
        ProcessKey is null || candidate["processUniqueKey"] == ProcessKey || candidate["parentProcessUniqueKey"] == ProcessKey;
}
