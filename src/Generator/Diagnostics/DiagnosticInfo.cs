using Kiln.Generator.Collections;

namespace Kiln.Generator.Diagnostics;

/// <summary>A diagnostic about a document, equal by value: the compiler's own type holds a syntax tree and would break caching.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Location">The location in the document.</param>
/// <param name="Arguments">The arguments of the rule's message.</param>
internal sealed record DiagnosticInfo(DiagnosticRule Rule, SourceLocation Location, EquatableArray<string> Arguments)
{
    public DiagnosticInfo(DiagnosticRule rule, SourceLocation location, params string[] arguments)
        : this(rule, location, arguments.Select(OneShortLine).ToEquatableArray())
    {
    }

    private const int MaxArgumentLength = 200;

    /// <summary>The rule's message with its arguments.</summary>
    public string Message => string.Format(System.Globalization.CultureInfo.InvariantCulture, Rule.MessageFormat, [.. Arguments]);

    /// <summary>This diagnostic with another severity.</summary>
    public DiagnosticInfo WithSeverity(DiagnosticLevel severity) =>
        severity == Rule.Severity ? this : this with { Rule = Rule with { Severity = severity } };

    /// <summary>The form in which editors and build logs show a link: <c>file(line,col): error KILNnnnn: message</c>.</summary>
    public override string ToString() =>
        $"{Location.File}({Location.Line},{Location.Column}): {Rule.Severity.ToString().ToLowerInvariant()} {Rule.Id}: {Message}";

    // Arguments mostly come from the document and can be any text; in a build log a message must be one line.
    private static string OneShortLine(string argument) =>
        OneLine.Of(argument.Length <= MaxArgumentLength ? argument : argument.Substring(0, MaxArgumentLength - 3) + "...");
}

/// <summary>The severity of a diagnostic.</summary>
internal enum DiagnosticLevel
{
    Info,
    Warning,
    Error,
}

/// <summary>A kind of diagnostic. Ids are never reused; each rule has a page under <c>docs/diagnostics</c>.</summary>
internal sealed record DiagnosticRule(string Id, DiagnosticLevel Severity, string Title, string MessageFormat);
