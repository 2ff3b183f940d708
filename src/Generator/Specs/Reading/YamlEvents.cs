using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Tree;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Kiln.Generator.Specs.Reading;

/// <summary>The parser's events. A syntax error is reported and ends the events, without an exception.</summary>
internal sealed class YamlEvents(SpecLines lines, string text, List<DiagnosticInfo> diagnostics, CancellationToken cancellationToken)
{
    private const int EventsBetweenChecks = 1024;

    private readonly Parser parser = new(new Scanner(new StringReader(text)));
    private int count;

    /// <summary>Whether there was a syntax error.</summary>
    public bool Failed { get; private set; }

    /// <summary>The next event; <see langword="null"/> at the end and after an error.</summary>
    public ParsingEvent? Next()
    {
        if (++count % EventsBetweenChecks == 0)
            cancellationToken.ThrowIfCancellationRequested();

        try
        {
            return !Failed && parser.MoveNext() ? parser.Current : null;
        }
        catch (YamlException e)
        {
            Fail(Span(e.Start, e.End), e.Message);
        }
        // On some invalid texts YamlDotNet's internal checks fail instead.
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or FormatException or IndexOutOfRangeException or OverflowException)
        {
            Fail(Span(Mark.Empty, Mark.Empty), e.Message);
        }
        return null;
    }

    public SpecSpan Span(in Mark start, in Mark end) => new(lines, Offset(start), Math.Max(Offset(start), Offset(end)));

    private int Offset(in Mark mark) => (int)Math.Min(mark.Index, text.Length);

    private void Fail(SpecSpan span, string message)
    {
        Failed = true;
        diagnostics.Add(new DiagnosticInfo(SpecRules.InvalidYaml, span.Location, message));
    }
}
