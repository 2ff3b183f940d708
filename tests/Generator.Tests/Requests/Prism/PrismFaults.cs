using Kiln.Generator.Tests.Requests.Document;

namespace Kiln.Generator.Tests.Requests.Prism;

/// <summary>What Prism 5.14 refuses although the document allows it. Nothing else excuses a refusal.</summary>
internal static class PrismFaults
{
    private const string MostExactInteger = "9007199254740991";

    public static bool Explain(PrismRefusal refusal, RawOperation operation, Meaning meaning) =>
        IsLargeInteger(refusal) || IsXml(refusal, meaning) || IsField(refusal, meaning) || IsAbsentObject(refusal, operation, meaning);

    // It gives the format int64 the limits of JavaScript's exact integers.
    private static bool IsLargeInteger(PrismRefusal refusal) => refusal.Code is "maximum" or "minimum" && refusal.Message.Contains(MostExactInteger);

    // It does not read XML, and validates the body as a string.
    private static bool IsXml(PrismRefusal refusal, Meaning meaning) =>
        refusal is { Location: "body", Code: "type" } && meaning.Content?.MediaType.EndsWith("xml", StringComparison.Ordinal) == true;

    // It validates each field of a form and each part of a multipart body as a string where the document names no style, although objects and arrays have one by default, or are
    // JSON (OpenAPI 3.0 and 3.1, "Encoding Object"). Of several with the same name it keeps the last.
    private static bool IsField(PrismRefusal refusal, Meaning meaning) =>
        refusal.Code == "type"
        && meaning.Content is { MediaType: "application/x-www-form-urlencoded" or "multipart/form-data", Schema: { } schema }
        && schema["properties"]?.Entries.Any(p => refusal.Location == $"body.{p.Key}" && p.Value.TextOf("type") is "object" or "array") == true;

    // It takes an object in the style deepObject that is not sent for an empty one, which lacks the required properties.
    private static bool IsAbsentObject(PrismRefusal refusal, RawOperation operation, Meaning meaning) =>
        refusal.Code == "required"
        && operation.Parameters.Any(p => p is { In: Place.Query, IsRequired: false, Serialization.Style: "deepObject" } && refusal.Location == $"query.{p.Name}" && !meaning.Parameters.ContainsKey(p));
}
