namespace Kiln.Generator.Tests.Driving;

/// <summary>Files of the checkout that the tests read.</summary>
internal static class Repository
{
    public static string Root => Checkout.Root;

    public static string ThreatEventsSpec => File.ReadAllText(Path.Combine(Root, "spec", "threat-events.openapi.yaml"));
}
