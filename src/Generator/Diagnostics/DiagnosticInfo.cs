using Kiln.Generator.Collections;

namespace Kiln.Generator.Diagnostics;

/// <summary>One thing to tell a person about a document, equal by value: the compiler's own type holds a syntax tree and would break caching.</summary>
/// <param name="Rule">What kind of thing it is.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Arguments">What fills the holes of the rule's message.</param>
internal sealed record DiagnosticInfo(DiagnosticRule Rule, SourcePlace Place, EquatableArray<string> Arguments)
{
    public DiagnosticInfo(DiagnosticRule rule, SourcePlace place, params string[] arguments)
        : this(rule, place, arguments.ToEquatableArray())
    {
    }

    /// <summary>The rule's message with its holes filled.</summary>
    public string Message => string.Format(System.Globalization.CultureInfo.InvariantCulture, Rule.MessageFormat, [.. Arguments]);

    /// <summary>The form that editors and build logs make clickable: <c>file(line,col): error KILNnnnn: message</c>.</summary>
    public override string ToString() =>
        $"{Place.File}({Place.Line},{Place.Column}): {Rule.Severity.ToString().ToLowerInvariant()} {Rule.Id}: {Message}";
}

/// <summary>How much a diagnostic matters.</summary>
internal enum DiagnosticLevel
{
    Info,
    Warning,
    Error,
}

/// <summary>A kind of diagnostic. Ids are never reused; each has a page under <c>docs/diagnostics</c>.</summary>
internal sealed record DiagnosticRule(string Id, DiagnosticLevel Severity, string Title, string MessageFormat);
