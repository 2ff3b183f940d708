using Kiln.Tool.Reports;

namespace Kiln.Tool.Observing;

/// <summary>What the rules of <c>kiln observe</c> say in general.</summary>
internal static class ObservedRuleTexts
{
    /// <summary>All rules, by their ids.</summary>
    public static IReadOnlyList<RuleDescription> All { get; } =
    [
        new("observed-missing-property", "A required property is missing.", "A client reads a property that is not there: it gets an empty value, or the read fails. Remove it from 'required', or have the service send it."),
        new("observed-null", "There is null where the document does not allow it.", "A client has a type without null for the value. Allow null in the document, or have the service send a value."),
        new("observed-type", "A value has another type than the document says.", "A client cannot read the value. Correct the type in the document, or the service."),
        new("observed-format", "A value does not have its format.", "A client that has a type of its own for the format, such as a date, cannot read the value."),
        new("observed-enum-value", "The enum does not have a value that was seen.", "A client that decides by the value does not know it. Add it to the enum, or remove the enum."),
        new("observed-limit", "A value is outside of a limit of its schema.", "Clients that check limits refuse the value; most do not."),
        new("observed-undocumented-property", "An object has a property that is not documented.", "A client cannot use the property. Add it to the schema."),
        new("observed-no-alternative", "A value is of a type that no alternative of its union has.", "A client cannot read the value. Add an alternative, or correct the service."),
        new("observed-discriminator-value", "The value of a discriminator stands for no schema.", "A client does not know of which type the object is. Add the schema and its value to the mapping."),
        new("observed-undocumented-status", "A status code is not documented.", "A client takes an undocumented success for an error, or reads no body of it, and knows nothing of the body of an undocumented error."),
        new("observed-undocumented-media-type", "A media type is not documented.", "A client cannot read the body."),
        new("observed-invalid-json", "A body is not JSON, although its media type is.", "A client cannot read the body. No document can describe it: correct the service."),
        new("observed-missing-header", "A required header of a response is missing.", "A client relies on a header that is not there."),
        new("observed-missing-parameter", "A required parameter was not sent, and the service accepted the request.", "The document demands more of clients than the service does."),
        new("observed-undocumented-parameter", "A query parameter is not documented.", "The service may ignore it, or the document may lack it."),
        new(ObservedRules.UndocumentedOperation, "A call of a server of the document is none of its operations.", "The document may lack the operation, or the traffic may have more than the API."),
        new(ObservedRules.UnreadableTraffic, "An entry or a file cannot be read.", "It was left out, and the others were compared. Record it again if it matters."),
        new(ObservedRules.NoTraffic, "No response of the traffic is of the document.", "Nothing was compared. Check the host of the traffic against the servers of the document; --any-host compares all hosts."),
    ];

    public static RuleDescription? Of(string id) => All.FirstOrDefault(rule => rule.Id == id);
}
