using System.CommandLine;
using System.Text;
using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Pipeline;
using Kiln.Generator.Shapes;
using Kiln.Generator.Specs.Files;
using Kiln.Generator.Specs.Tree;
using Kiln.Tool.Comparing;
using Kiln.Tool.Documents;
using Kiln.Tool.Files;
using Kiln.Tool.Gates;
using Kiln.Tool.Observing;
using Kiln.Tool.Observing.Corrections;
using Kiln.Tool.Observing.Traffic;
using Kiln.Tool.Reports;
using Kiln.Tool.Reports.Output;

namespace Kiln.Tool.Commands;

/// <summary><c>kiln observe</c>: whether recorded traffic is what the document says.</summary>
internal static class ObserveCommand
{
    public static Command Create(KilnConsole console)
    {
        var spec = CommonInputs.Spec();
        var traffic = new Argument<string[]>("TRAFFIC")
        {
            Description = "HAR files, JSON lines of the runtime's recorder, JSON bodies with --operation, folders with these, or - for standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        traffic.Validators.Add(result => CommonInputs.RefuseEmpty(result, "TRAFFIC"));
        var operation = new Option<string>("--operation") { Description = "What JSON bodies are responses of: \"GET /pets\", or an operation's id.", HelpName = "OPERATION" };
        var status = new Option<int?>("--status") { Description = "The status code that JSON bodies came with. Default: the first documented success.", HelpName = "CODE" };
        status.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var value }] && (!int.TryParse(value, out var code) || code is < 100 or > 999))
                result.AddError($"'{value}' is not a status code.");
        });
        var anyHost = new Option<bool>("--any-host") { Description = "Compare requests to any host, such as a proxy's or a test server's, not only those to the servers of the document." };
        var overlay = new Option<string>("--write-overlay")
        {
            Description = "Write an OpenAPI Overlay that corrects the document such that the traffic fits it.",
            HelpName = "FILE",
        };
        overlay.Validators.Add(result => CommonInputs.RefuseEmpty(result, "--write-overlay"));
        var input = new InputOptions();
        var gates = new GateOptions();
        var reports = new ReportOptions();

        var command = new Verb(
            "observe",
            "Compares recorded traffic with a document: what responses have that it does not say, and what they lack.",
            """
            kiln observe openapi.yaml session.har
            kiln observe openapi.yaml pet.json --operation "GET /pets/{id}"
            kiln observe openapi.yaml recorded/ --write-overlay corrections.overlay.yaml
            """,
            (parsed, cancellationToken) => Run(
                console,
                new(
                    parsed.GetRequiredValue(spec),
                    parsed.GetRequiredValue(traffic),
                    parsed.GetValue(operation) is { } name ? new(name, parsed.GetValue(status)) : null,
                    parsed.GetValue(anyHost),
                    parsed.GetValue(overlay)),
                input.Read(parsed),
                gates.Inputs(parsed),
                gates.Read(parsed, console, new DocumentFile(console, parsed.GetRequiredValue(spec), parsed.GetRequiredValue(spec)), KnownRules.Names, cancellationToken),
                gates.Order(parsed),
                reports.Read(parsed),
                cancellationToken))
        {
            spec,
            traffic,
            operation,
            status,
            anyHost,
            overlay,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(status) is { Implicit: false } && result.GetResult(operation) is null)
                result.AddError("--status needs --operation: it is of JSON bodies.");
        });
        reports.AddTo(command);
        gates.AddTo(command);
        input.AddTo(command);
        return command;
    }

    private static int Run(
        KilnConsole console, ObserveChoices choices, InputChoices input, IEnumerable<(string Kind, string Path)> settings, Gate gate, BaselineOrder? order, IReadOnlyList<ReportOutput> outputs, CancellationToken cancellationToken)
    {
        var traffic = new TrafficFiles(console, choices.Bodies);
        var files = traffic.Expand(choices.Traffic);
        (string, string)[] read = [("document", choices.Spec), .. input.Overlays.Select(o => ("overlay", o)), .. files.Where(f => f != TrafficFiles.StandardInput).Select(f => ("recording", f)), .. settings];
        OutputPaths.Check(console, read, [.. new[] { choices.Overlay, order?.Path }.OfType<string>(), .. ReportOutput.FilesOf(outputs)]);
        var source = SpecFiles.Load(console, choices.Spec, input, cancellationToken);
        var document = new ObservedDocument(SdkNamesReader.Read(console, choices.Spec, source, new SdkOptions(), "traffic cannot be compared with it", cancellationToken), choices.AnyHost);
        if (choices.Bodies is { Operation: var name } && document.Routes.Find(name) is null)
            throw new KilnFailure(ExitCodes.Usage, OneLine.Of($"--operation: {choices.Spec} has no operation '{name}'."));

        var summary = Observe(document);
        Tell(console, summary);
        if (choices.Overlay is not null)
            WriteOverlay(console, choices, source, document, summary, files.Contains(TrafficFiles.StandardInput) ? null : names => Again(new(names, choices.AnyHost)), cancellationToken);

        var result = gate.Apply(ObservedFindings.Of(document, summary), Gate.Today());
        if (order is not null)
            return order.Write(console, gate, result, Gate.Today(), cancellationToken);
        ReportOutput.WriteAll(console, outputs, Report(console, choices.Spec, document, gate, result), cancellationToken);
        // A run over a recording that is damaged as a whole has compared nothing, and must not pass.
        if (summary.Observations.Responses == 0 && result.All.Any(f => f.Id == ObservedRules.UnreadableTraffic))
            throw new KilnFailure(ExitCodes.DocumentWrong, "nothing could be read of the traffic.");
        return result.IsFailed ? ExitCodes.Drift : ExitCodes.Done;

        TrafficSummary Observe(ObservedDocument with) => Progress.Show(console, "Reading the traffic", () => Observer.Run(with, traffic, files, cancellationToken));

        (ObservedDocument, TrafficSummary) Again(ObservedDocument corrected) => (corrected, Observe(corrected));
    }

    // What was compared, and what was not: nobody should take traffic that was not looked at for traffic that is right.
    private static void Tell(KilnConsole console, TrafficSummary summary)
    {
        var ignored = string.Concat(summary.Ignored.Select(i => $", {i.Value} {i.Key}"));
        console.Error.WriteLine($"{DiagnosticReport.Count(summary.Entries, "entry", "entries")}: {DiagnosticReport.Count(summary.Observations.Responses, "response")} compared{ignored}.");
        if (summary.Observations.IsCut)
            console.Error.WriteLine("There is more than is shown: the traffic contradicts the document in too many ways.");
    }

    private static void WriteOverlay(
        KilnConsole console, ObserveChoices choices, SpecSource source, ObservedDocument document, TrafficSummary summary, Func<SdkNames, (ObservedDocument, TrafficSummary)>? observe, CancellationToken cancellationToken)
    {
        var overlay = choices.Overlay!;
        var proposal = OverlayProposal.Of(overlay, source, document, summary, observe, cancellationToken);
        if (proposal.Text is null)
        {
            console.Error.WriteLine($"{overlay} was not written: there is nothing that an overlay could correct.");
            return;
        }
        Disk.Try($"cannot write to {overlay}", () => OutputFiles.Write([new(console.Resolve(overlay), new UTF8Encoding(false).GetBytes(proposal.Text))], cancellationToken));
        var left = proposal.Remaining?.Observations.All.Count;
        console.Error.WriteLine($"{overlay}: {DiagnosticReport.Count(proposal.Actions, "action")}. {left switch
        {
            null => "Standard input cannot be read again, so it was not tried.",
            0 => "With it the traffic fits the document.",
            _ => $"It cannot correct {DiagnosticReport.Count(left.Value, "finding")}.",
        }}");
    }

    private static FindingReport Report(KilnConsole console, string spec, ObservedDocument document, Gate gate, GateResult result) => new(
        ReportKind.Observe,
        document.Nodes.Root.Child("info")?["title"].AsText() is { Length: > 0 } title ? title : "API",
        null,
        Side(console, spec),
        result.Reported.ToEquatableArray())
    {
        Accepted = result.Accepted.ToEquatableArray(),
        Fails = gate.FailOn.IsMetBy,
        Root = console.CurrentDirectory,
        DescriptionOf = id => ObservedRuleTexts.Of(id) ?? KnownRules.DescriptionOf(id),
    };

    // Of the document only: a line of a recording may be megabytes, with secrets in it.
    private static ReportSide Side(KilnConsole console, string spec)
    {
        var side = new DocumentFile(console, spec, spec).Side(spec);
        return side with { Lines = file => file == spec ? side.Lines(file) : [] };
    }

    /// <summary>What a person chose.</summary>
    private sealed record ObserveChoices(string Spec, string[] Traffic, BodyOrigin? Bodies, bool AnyHost, string? Overlay);
}
