namespace Kiln.Runtime.Webhooks;

/// <summary>What is signed: a template with the names of what is put in.</summary>
/// <param name="Template">As it is written: <c>{timestamp}.{body}</c>.</param>
/// <param name="Parts">The names with their braces, and the texts between them, in their order.</param>
internal sealed record SignedText(string Template, IReadOnlyList<string> Parts)
{
    public const string BodyPart = "{body}";
    public const string TimestampPart = "{timestamp}";
    public const string IdPart = "{id}";

    /// <summary>The body alone.</summary>
    public static SignedText Body { get; } = Parse(BodyPart);

    public bool HasTimestamp => Parts.Contains(TimestampPart);

    public bool HasId => Parts.Contains(IdPart);

    /// <exception cref="ArgumentException">The template has no body or several, or another name.</exception>
    public static SignedText Parse(string template)
    {
        ArgumentNullException.ThrowIfNull(template);
        var parts = new List<string>();
        for (var rest = template.AsSpan(); !rest.IsEmpty;)
        {
            var length = rest[0] == '{' ? rest.IndexOf('}') + 1 : rest.IndexOf('{') is >= 0 and var next ? next : rest.Length;
            var part = length > 0 ? rest[..length].ToString() : "";
            if (rest[0] == '{' && part is not (BodyPart or TimestampPart or IdPart))
                throw new ArgumentException("What is signed may name {body}, {timestamp} and {id} alone.", nameof(template));
            parts.Add(part);
            rest = rest[length..];
        }
        return parts.Count(p => p == BodyPart) == 1 ? new(template, parts) : throw new ArgumentException("What is signed must name {body} once.", nameof(template));
    }

    public bool Equals(SignedText? other) => other?.Template == Template;

    public override int GetHashCode() => Template.GetHashCode(StringComparison.Ordinal);
}
