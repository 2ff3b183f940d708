using Kiln.Generator.Diagnostics;

namespace Kiln.Generator.Tests.Requests;

/// <summary>
/// What Kiln says of a document that it cannot send as the document means it, since the document contradicts itself: a placeholder of a path without a parameter, or a parameter without a
/// placeholder, as RFC 6570 writes them (<c>{param*}</c>). Nothing else excuses a difference.
/// </summary>
internal sealed class ToldLimits(IEnumerable<DiagnosticInfo> diagnostics)
{
    private const string Cut = "...";

    // Their arguments begin with the parameter and the path.
    private static readonly string[] Ids = ["KILN0031", "KILN0032"];

    private readonly IReadOnlyList<(string Parameter, string Path)> told = [.. diagnostics.Where(d => Ids.Contains(d.Rule.Id)).Select(d => (d.Arguments[0], d.Arguments[1]))];

    public bool Excuse(WireDifference difference) =>
        told.Any(t => IsText(difference.Subject, t.Parameter) && IsText(difference.Operation[(difference.Operation.IndexOf(' ') + 1)..], t.Path));

    // A long argument of a message is cut.
    private static bool IsText(string text, string argument) =>
        text == argument || (argument.EndsWith(Cut, StringComparison.Ordinal) && text.StartsWith(argument[..^Cut.Length], StringComparison.Ordinal));
}
