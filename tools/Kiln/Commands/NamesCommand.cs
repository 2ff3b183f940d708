using System.CommandLine;
using System.Text;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Pipeline.Pins;
using Kiln.Tool.Documents;
using Kiln.Tool.Files;
using Kiln.Tool.Names;

namespace Kiln.Tool.Commands;

/// <summary><c>kiln names</c>: the names of an SDK, and the overlay that keeps them.</summary>
internal static class NamesCommand
{
    private const string Table = "table";
    private const string Json = "json";

    public static Command Create(KilnConsole console)
    {
        var spec = CommonInputs.Spec();
        var pin = new Option<string>("--pin")
        {
            Description = "Write an OpenAPI Overlay that fixes all names that a change of the document could change. One that exists keeps its names, gets the new ones and loses those that match nothing.",
            HelpName = "FILE",
        };
        pin.Validators.Add(result => CommonInputs.RefuseEmpty(result, "--pin"));
        var check = new Option<bool>("--check")
        {
            Description = "Compare the overlay of --pin with the document and write nothing: exit code 1 if a name is not pinned, a pin matches nothing, or a name is not what its pin says.",
        };
        var format = new Option<string>("--format") { Description = "How names are listed: a table, or JSON.", HelpName = "F", DefaultValueFactory = _ => Table };
        format.AcceptOnlyFromAmong(Table, Json);
        var sdk = new SdkInputs();

        var command = new Verb(
            "names",
            "Lists the C# names of a document's types and members, and pins them with an overlay, so that nothing is renamed when the document changes.",
            """
            kiln names openapi.yaml
            kiln names openapi.yaml --pin names.overlay.yaml
            kiln names openapi.yaml --pin names.overlay.yaml --check
            """,
            (parsed, cancellationToken) =>
            {
                var document = parsed.GetRequiredValue(spec);
                var choices = sdk.Read(parsed);
                if (parsed.GetValue(pin) is not { } overlay)
                    return List(console, document, choices, parsed.GetValue(format) == Json, cancellationToken);
                return parsed.GetValue(check) ? Check(console, document, overlay, choices, cancellationToken) : Pin(console, document, overlay, choices, cancellationToken);
            })
        {
            spec,
            pin,
            check,
            format,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(check) is { Implicit: false } && result.GetResult(pin) is null)
                result.AddError("--check needs --pin with the overlay to compare.");
        });
        sdk.AddTo(command);
        return command;
    }

    private static int List(KilnConsole console, string spec, SdkChoices choices, bool asJson, CancellationToken cancellationToken)
    {
        var names = NameEntry.Of(PinnedNames.Read(console, spec, SpecFiles.Load(console, spec, choices.Input, cancellationToken), choices, cancellationToken));
        if (asJson)
            NameListing.WriteJson(console, names);
        else
            NameListing.WriteTable(console, names);
        return ExitCodes.Done;
    }

    private static int Pin(KilnConsole console, string spec, string overlay, SdkChoices choices, CancellationToken cancellationToken)
    {
        var path = console.Resolve(overlay);
        if (path == console.Resolve(spec))
            throw new KilnFailure(ExitCodes.Usage, $"{overlay} would overwrite the document {spec}.");

        var pinned = PinnedNames.Load(console, spec, overlay, choices, cancellationToken);
        var comparison = pinned.Comparison;
        var text = PinFile.Write(Path.GetFileName(spec), comparison.Pins);
        Disk.Try($"cannot write to {overlay}", () => OutputFiles.Write([new(path, new UTF8Encoding(false).GetBytes(text))], cancellationToken));

        foreach (var pin in comparison.Dropped)
            console.Error.WriteLine($"dropped: {Describe(pin)}");
        Tell(console.Error, comparison, pinned);
        console.Error.WriteLine(pinned.Exists
            ? $"{overlay}: {DiagnosticReport.Count(comparison.Pins.Count, "name")}, {comparison.Added.Count} of them new; {comparison.Dropped.Count} dropped."
            : $"{overlay}: {DiagnosticReport.Count(comparison.Pins.Count, "name")}. To build with them, add it to the Overlays of the OpenApiSdk item, or pass it with --overlay.");
        return ExitCodes.Done;
    }

    private static int Check(KilnConsole console, string spec, string overlay, SdkChoices choices, CancellationToken cancellationToken)
    {
        var pinned = PinnedNames.Load(console, spec, overlay, choices, cancellationToken);
        if (!pinned.Exists)
            throw new KilnFailure(ExitCodes.Usage, $"{overlay} does not exist; kiln names {spec} --pin {overlay} writes it.");

        var comparison = pinned.Comparison;
        foreach (var pin in comparison.Added)
            console.Out.WriteLine($"not pinned: {Describe(pin)}");
        foreach (var pin in comparison.Dropped)
            console.Out.WriteLine($"matches nothing: {Describe(pin)}");
        Tell(console.Out, comparison, pinned);
        console.Out.Flush();

        foreach (var (kept, other, location) in pinned.Kept())
            console.Error.WriteLine(OneLine.Of($"kept: {kept}, which would be {other} without its pin ({location})"));
        console.Error.WriteLine(comparison.IsCurrent
            ? $"{overlay}: all {DiagnosticReport.Count(comparison.Pins.Count, "name")} are pinned."
            : $"{overlay}: {comparison.Renamed.Count} renamed, {comparison.Added.Count} not pinned, {comparison.Dropped.Count} match nothing. kiln names {spec} --pin {overlay} adds and drops pins, and renames nothing.");
        return comparison.IsCurrent ? ExitCodes.Done : ExitCodes.Drift;
    }

    private static void Tell(TextWriter output, PinComparison comparison, PinnedNames pinned)
    {
        foreach (var (pin, name) in comparison.Renamed)
            output.WriteLine(OneLine.Of($"renamed: {pin.Name} -> {name} ({pin.Target})"));
        foreach (var entry in comparison.Open.Select(use => NameEntry.Of(use, pinned.Names)).Distinct())
            output.WriteLine(OneLine.Of($"cannot be pinned: {entry.Name} ({entry.Location}): set it with an extension of its own"));
    }

    private static string Describe(Pin pin) => OneLine.Of($"{pin.Name} ({pin.Target}, {pin.Key}{(pin.Entry is null ? "" : $", {pin.Entry}")})");
}
