namespace Kiln.Generator.Tests.Driving;

/// <summary>The document of the first SDK.</summary>
internal static class Repository
{
    public static string ThreatEventsSpec => File.ReadAllText(Checkout.PathOf("spec", "threat-events.openapi.yaml"));
}
