using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Specs.Tree;
using Kiln.Tool.Observing.Validation;
using Kiln.Tool.Observing.Validation.Schemas;

namespace Kiln.Tool.Observing;

/// <summary>What is told of each way in which traffic contradicts a document.</summary>
/// <param name="Id">The id of the finding.</param>
/// <param name="Keyword">The keyword that is contradicted, where the finding is; <see langword="null"/> for the object itself.</param>
/// <param name="Severity">What it means to a client with types.</param>
/// <param name="Message">What was seen, in a sentence.</param>
internal sealed record ObservedRule(string Id, Func<Observed, string?> Keyword, Func<Observed, FindingSeverity> Severity, Func<Observed, SpecMap, string> Message);

/// <summary>The rules.</summary>
internal static class ObservedRules
{
    /// <summary>A call of a server of the document that is none of its operations.</summary>
    public const string UndocumentedOperation = "observed-undocumented-operation";

    /// <summary>An entry or a file that cannot be read.</summary>
    public const string UnreadableTraffic = "observed-unreadable-traffic";

    /// <summary>Traffic in which there is no response of the document.</summary>
    public const string NoTraffic = "observed-no-traffic";

    private static readonly Dictionary<ContradictionKind, ObservedRule> Rules = new()
    {
        [ContradictionKind.MissingProperty] = new("observed-missing-property", _ => "required", Breaking, (o, _) => $"The required property '{o.Detail}' is missing"),
        [ContradictionKind.Null] = new("observed-null", _ => "type", Breaking, (_, _) => "The value is null, which the document does not allow"),
        [ContradictionKind.Type] = new("observed-type", _ => "type", Breaking, (o, schema) => $"The value is {TypesOf(o)}; the document says {DocumentedTypes(schema)}"),
        [ContradictionKind.Format] = new("observed-format", _ => "format", o => FormatChecks.IsTyped(o.Detail) ? Breaking(o) : FindingSeverity.Info, (o, _) => $"The value does not have the format '{o.Detail}'"),
        [ContradictionKind.EnumValue] = new("observed-enum-value", _ => "enum", _ => FindingSeverity.Warning, (o, _) => o.Values is { } values ? $"The enum does not have {Listed(values)}" : "The enum does not have values that were seen"),
        [ContradictionKind.Limit] = new("observed-limit", o => o.Detail, _ => FindingSeverity.Info, LimitMessage),
        [ContradictionKind.UndocumentedProperty] = new("observed-undocumented-property", _ => "properties", _ => FindingSeverity.Warning, (o, _) => o.Detail == Observations.AnyName ? "There are many properties that are not documented" : $"The property '{o.Detail}' is not documented"),
        [ContradictionKind.NoAlternative] = new("observed-no-alternative", _ => null, Breaking, (o, _) => $"The value is {TypesOf(o)}, which no alternative of the union is"),
        [ContradictionKind.DiscriminatorValue] = new("observed-discriminator-value", _ => "discriminator", _ => FindingSeverity.Warning, (o, _) => $"The discriminator has the value '{o.Detail}', which stands for no schema"),
        [ContradictionKind.UndocumentedStatus] = new("observed-undocumented-status", _ => "responses", o => o.IsOfSuccess ? FindingSeverity.Breaking : FindingSeverity.Info, (o, _) => $"The status {o.Detail.Split(' ')[0]} is not documented{(o.Detail.Contains(' ', StringComparison.Ordinal) ? $"; its body is {o.Detail.Split(' ', 2)[1]}" : "")}"),
        [ContradictionKind.UndocumentedMediaType] = new("observed-undocumented-media-type", _ => "content", o => o.IsOfSuccess ? Breaking(o) : FindingSeverity.Info, (o, response) => response["content"] is null ? $"A body of the media type '{o.Detail}' is not documented" : $"The media type '{o.Detail}' is not documented"),
        [ContradictionKind.InvalidJson] = new("observed-invalid-json", _ => null, Breaking, (_, _) => "The body is not valid JSON, as its media type says"),
        [ContradictionKind.MissingHeader] = new("observed-missing-header", _ => "required", Breaking, (o, _) => $"The required header '{o.Detail}' is missing"),
        [ContradictionKind.MissingParameter] = new("observed-missing-parameter", _ => "required", _ => FindingSeverity.Warning, (_, parameter) => $"The required parameter '{parameter["name"].AsText()}' was not sent, and the service accepted that"),
        [ContradictionKind.UndocumentedParameter] = new("observed-undocumented-parameter", _ => "parameters", _ => FindingSeverity.Info, (o, _) => $"The query parameter '{o.Detail}' is not documented"),
    };

    public static ObservedRule Of(ContradictionKind kind) => Rules[kind];

    // What a client receives it may fail to read; what others send and the service accepts does not hurt it.
    private static FindingSeverity Breaking(Observed observed) => observed.Direction == Direction.Response ? FindingSeverity.Breaking : FindingSeverity.Warning;

    private static string LimitMessage(Observed observed, SpecMap schema)
    {
        if (observed.Detail is "pattern" or "uniqueItems" or "multipleOf" || observed.Measured is not var (least, greatest))
            return $"The value does not satisfy '{observed.Detail}'";
        var isUpper = observed.Detail is "maximum" or "exclusiveMaximum" or "maxLength" or "maxItems" or "maxProperties";
        var limit = (schema[observed.Detail] as SpecScalar)?.Text;
        return FormattableString.Invariant($"'{observed.Detail}' is {limit}, and {(isUpper ? $"up to {greatest}" : $"down to {least}")} was seen");
    }

    private static string TypesOf(Observed observed) => string.Join(" or ", observed.Schema.Types.Order(StringComparer.Ordinal).Select(WithArticle));

    private static string DocumentedTypes(SpecMap schema) =>
        schema["type"].AsText() ?? (schema["x-kiln-types"].Texts() is { Count: > 0 } types ? string.Join(" or ", types) : schema["items"] is not null ? "array" : "object");

    private static string WithArticle(string type) => type is "object" or "array" or "integer" ? $"an {type}" : $"a {type}";

    private static string Listed(IReadOnlyCollection<string> values)
    {
        const int Most = 5;
        var listed = string.Join(", ", values.Take(Most).Select(v => v.Length <= 40 ? v : string.Concat(v.AsSpan(0, 39), "…")));
        return values.Count <= Most ? listed : $"{listed} and {values.Count - Most} more";
    }
}
