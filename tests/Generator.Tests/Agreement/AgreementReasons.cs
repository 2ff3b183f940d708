using Kiln.Generator.Diagnostics;

namespace Kiln.Generator.Tests.Agreement;

/// <summary>Why Kiln reads some things otherwise than NSwag, each with the rule that makes Kiln right.</summary>
/// <param name="simplified">The names of the parameters of which a diagnostic says that they are sent as one text.</param>
internal sealed class AgreementReasons(IReadOnlySet<string> simplified)
{
    public static AgreementReasons For(IEnumerable<DiagnosticInfo> diagnostics) =>
        new(diagnostics.Where(d => d.Rule.Id == "KILN0142").Select(d => d.Arguments.First()).ToHashSet(StringComparer.Ordinal));

    public string? Of(string subject, string nswag, string kiln, IReadOnlySet<string> withChoices) => (subject, nswag, kiln) switch
    {
        (_, _, ApiFacts.Absent) when subject.EndsWith(" header Authorization", StringComparison.OrdinalIgnoreCase)
            || subject.EndsWith(" header Accept", StringComparison.OrdinalIgnoreCase)
            || subject.EndsWith(" header Content-Type", StringComparison.OrdinalIgnoreCase) => "OpenAPI ignores the parameter, and KILN0166 says so",
        (_, _, "required string" or "optional string") when IsSimplified(subject) && nswag[..8] == kiln[..8] => "the parameter takes one text, and KILN0142 says so",
        _ when subject.StartsWith("parameter ", StringComparison.Ordinal) && nswag.EndsWith(" any", StringComparison.Ordinal) && nswag[..8] == kiln[..8] => "NSwag does not read the content of parameters",
        _ when nswag + "/byte" == kiln || nswag + "/base64url" == kiln => "3.1 says with contentEncoding what NSwag knows as a format",
        _ when nswag + "/binary" == kiln => "3.1 says with contentMediaType what NSwag knows as a format",
        _ when nswag.Replace("object", "any") == kiln => "an object without named fields is any JSON",
        _ when nswag.Contains("several types") && kiln == nswag.Replace("several types", "any") => "a value of several types is any JSON, and a diagnostic says so",
        _ when nswag.Contains("several types") && (kiln == nswag.Replace("several types", "literal") || kiln == nswag.Replace("several types", "number"))
            => "single values of several types have a type of their own",
        _ when nswag.Contains("several types") && kiln == nswag.Replace("several types", "union") => "a value of several types is a union of them",
        _ when nswag.Contains("union") && Kinds.Any(kind => kiln == nswag.Replace("union", kind)) => "a choice of single values of one kind is no union",
        _ when nswag.Contains("any") && Kinds.Any(kind => kiln == nswag.Replace("any", kind)) => "the values that a schema names have a type, though it says none",
        (_, ApiFacts.Absent, _) when kiln.StartsWith("optional ", StringComparison.Ordinal) && OwnerOf(subject) is { } owner && withChoices.Contains(owner)
            => "the fields of choices beside fields are taken over",
        _ => null,
    };

    private static readonly string[] Kinds = ["string", "integer", "number", "literal"];

    private static string? OwnerOf(string subject) => subject.Split(' ') is ["property", var owner, ..] ? owner : null;

    private bool IsSimplified(string subject) => subject.StartsWith("parameter ", StringComparison.Ordinal) && simplified.Contains(subject[(subject.LastIndexOf(' ') + 1)..]);
}
