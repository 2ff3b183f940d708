using Kiln.Generator.Collections;

namespace Kiln.Generator.Diagnostics;

/// <summary>One thing to tell a person about a document, equal by value: the compiler's own type holds a syntax tree and would break caching.</summary>
/// <param name="Rule">What kind of thing it is.</param>
/// <param name="Location">Where it stands.</param>
/// <param name="Arguments">What fills the holes of the rule's message.</param>
internal sealed record DiagnosticInfo(DiagnosticRule Rule, SourceLocation Location, EquatableArray<string> Arguments)
{
    public DiagnosticInfo(DiagnosticRule rule, SourceLocation location, params string[] arguments)
        : this(rule, location, arguments.Select(OneShortLine).ToEquatableArray())
    {
    }

    private const int MaxArgumentLength = 200;

    /// <summary>The rule's message with its holes filled.</summary>
    public string Message => string.Format(System.Globalization.CultureInfo.InvariantCulture, Rule.MessageFormat, [.. Arguments]);

    /// <summary>The same, as severe as a person chose it to be.</summary>
    public DiagnosticInfo WithSeverity(DiagnosticLevel severity) =>
        severity == Rule.Severity ? this : this with { Rule = Rule with { Severity = severity } };

    /// <summary>The form that editors and build logs make clickable: <c>file(line,col): error KILNnnnn: message</c>.</summary>
    public override string ToString() =>
        $"{Location.File}({Location.Line},{Location.Column}): {Rule.Severity.ToString().ToLowerInvariant()} {Rule.Id}: {Message}";

    // Arguments are mostly what a document says, which can be anything; in a build log a message is one line.
    private static string OneShortLine(string argument) =>
        OneLine.Of(argument.Length <= MaxArgumentLength ? argument : argument.Substring(0, MaxArgumentLength - 3) + "...");
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
