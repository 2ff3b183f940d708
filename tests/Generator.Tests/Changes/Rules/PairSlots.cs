namespace Kiln.Generator.Tests.Changes.Rules;

/// <summary>Where in a document a change is made: a file of <c>Templates</c> for each.</summary>
internal static class PairSlots
{
    // The first that fits; ids that begin otherwise need a slot in their row.
    private static readonly (string Start, string Slot)[] ByStart =
    [
        ("request-required-property-", "requiredRequestProperty"),
        ("request-optional-property-", "requestProperty"),
        ("request-read-only-property-", "requestProperty"),
        ("request-property-", "requestProperty"),
        ("request-body-", "requestBody"),
        ("request-parameter-property-", "parameterProperty"),
        ("request-parameter-", "parameter"),
        ("request-header-property-", "requestHeader"),
        ("response-required-property-", "requiredResponseProperty"),
        ("response-optional-property-", "responseProperty"),
        ("response-write-only-property-", "responseProperty"),
        ("response-property-", "responseProperty"),
        ("response-mediatype-", "responseBody"),
        ("response-body-", "responseBody"),
        ("response-header-", "responseHeader"),
    ];

    public static string Of(string id) => ByStart.First(s => id.StartsWith(s.Start, StringComparison.Ordinal)).Slot;
}
