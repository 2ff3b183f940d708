using Kiln.Generator.Diagnostics;
using Kiln.Generator.Pipeline;
using Kiln.Generator.Shapes;
using Kiln.Generator.Specs.Files;

namespace Kiln.Tool.Documents;

/// <summary>Reads the names of an SDK, or ends the run with what is wrong with its document.</summary>
internal static class SdkNamesReader
{
    /// <param name="console">Where the errors of the document go.</param>
    /// <param name="spec">The document's path.</param>
    /// <param name="source">The document with its files.</param>
    /// <param name="options">The options of the SDK.</param>
    /// <param name="consequence">What cannot be done with a document that has errors, as the end of a sentence.</param>
    /// <param name="cancellationToken">A token to cancel the reading.</param>
    /// <exception cref="KilnFailure">The document has errors.</exception>
    public static SdkNames Read(KilnConsole console, string spec, SpecSource source, SdkOptions options, string consequence, CancellationToken cancellationToken)
    {
        var names = SdkPipeline.ReadNames(source, options, cancellationToken);
        if (names.Value is { } value)
            return value;

        foreach (var line in DiagnosticReport.Lines(DiagnosticReport.InDocumentOrder(names.Diagnostics, spec).Where(d => d.Rule.Severity == DiagnosticLevel.Error), ""))
            console.Error.WriteLine(line);
        throw new KilnFailure(ExitCodes.DocumentWrong, $"{spec}: {DiagnosticReport.Summary(names.Diagnostics)}; {consequence}.");
    }
}
