using Kiln.Generator.Specs.Reading.Syntax;
using Kiln.Generator.Specs.Tree;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Kiln.Generator.Specs.Reading;

/// <summary>The parser's events. A syntax error ends the events, without an exception.</summary>
internal sealed class YamlEvents
{
    private const int EventsBetweenChecks = 1024;

    private readonly SpecLines lines;
    private readonly int length;
    private readonly CancellationToken cancellationToken;
    private readonly Scanner scanner;
    private readonly Parser parser;
    private int count;

    public YamlEvents(SpecLines lines, string text, CancellationToken cancellationToken)
    {
        this.lines = lines;
        this.cancellationToken = cancellationToken;
        length = text.Length;
        scanner = new Scanner(new StringReader(text));
        parser = new Parser(scanner);
    }

    /// <summary>The syntax error; <see langword="null"/> if there was none.</summary>
    public YamlFailure? Failure { get; private set; }

    /// <summary>The next event; <see langword="null"/> at the end and after an error.</summary>
    public ParsingEvent? Next()
    {
        if (++count % EventsBetweenChecks == 0)
            cancellationToken.ThrowIfCancellationRequested();

        try
        {
            return Failure is null && parser.MoveNext() ? parser.Current : null;
        }
        catch (YamlException e)
        {
            // Some errors have no position.
            Fail(e.Start.Index > 0 || e.End.Index > 0 ? Offset(e.Start) : Offset(scanner.CurrentPosition), e.Message);
        }
        // On some invalid texts YamlDotNet's internal checks fail instead.
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or FormatException or IndexOutOfRangeException or OverflowException)
        {
            Fail(Offset(scanner.CurrentPosition), "");
        }
        return null;
    }

    /// <summary>Ends the events with a syntax error.</summary>
    /// <param name="offset">Its offset in the text.</param>
    /// <param name="parserMessage">The parser's message; empty if it has none.</param>
    public void Fail(int offset, string parserMessage) => Failure = new(offset, parserMessage);

    public SpecSpan Span(in Mark start, in Mark end) => new(lines, Offset(start), Math.Max(Offset(start), Offset(end)));

    private int Offset(in Mark mark) => (int)Math.Min(mark.Index, length);
}
