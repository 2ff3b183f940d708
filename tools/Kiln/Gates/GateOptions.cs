using System.CommandLine;
using System.CommandLine.Parsing;
using Kiln.Generator.Changes.Findings;
using Kiln.Tool.Commands;
using Kiln.Tool.Comparing;
using Kiln.Tool.Documents;

namespace Kiln.Tool.Gates;

/// <summary>The options that say which findings count, and which fail the run.</summary>
/// <param name="defaultFailOn">What fails the run where <c>--fail-on</c> is not given.</param>
internal sealed class GateOptions(string defaultFailOn = FailOn.Breaking)
{
    private readonly string standard = defaultFailOn;
    private readonly Option<string[]> failOn = FailOnOption(defaultFailOn);

    private readonly Option<string> config = File("--config", "Severities by rule, JSON or YAML. Default: kiln.json or kiln.yaml beside the document.");
    private readonly Option<string> baseline = File("--baseline", "A file of accepted findings, which are not reported as long as they have not expired.");
    private readonly Option<string> write = File("--write-baseline", "Write the findings of --fail-on to this file as accepted, and keep the entries of --baseline that are still found.");
    private readonly Option<string> reason = Reason();
    private readonly Option<string> expires = Expires();
    private readonly Option<string[]> errIgnore = Files("--err-ignore", "An ignore file of oasdiff for breaking findings. Can be repeated.");
    private readonly Option<string[]> warnIgnore = Files("--warn-ignore", "An ignore file of oasdiff for warnings. Can be repeated.");

    /// <summary>All of them, in the order of the help.</summary>
    public IReadOnlyList<Option> All => [failOn, config, baseline, write, reason, expires, errIgnore, warnIgnore];

    public void AddTo(Command command)
    {
        foreach (var option in All)
            command.Add(option);
        command.Validators.Add(result =>
        {
            if (result.GetResult(write) is not null && result.GetResult(reason) is null)
                result.AddError("--write-baseline needs --reason: why the findings are accepted.");
            foreach (var option in new Option[] { reason, expires }.Where(o => result.GetResult(o) is not null && result.GetResult(write) is null))
                result.AddError($"{option.Name} is for --write-baseline.");
        });
    }

    /// <summary>What decides about the findings of a run. The files are read before the document, so that a wrong one is told at once.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="console">The console.</param>
    /// <param name="document">The document whose folder may have settings.</param>
    /// <param name="rules">The rules that there are.</param>
    /// <param name="cancellationToken">A token to cancel the reading.</param>
    public Gate Read(ParseResult parsed, KilnConsole console, DocumentFiles document, RuleNames rules, CancellationToken cancellationToken)
    {
        var settings = parsed.GetValue(config) is { } path ? Text(path) : SeverityChoices.FileNames.Select(document.Beside).FirstOrDefault(f => f is not null);
        return new(
            settings is null ? SeverityChoices.None : SeverityChoices.Read(settings, rules, cancellationToken),
            parsed.GetValue(baseline) is { } accepted ? new(BaselineFile.Read(Text(accepted), cancellationToken)) : Baseline.None,
            [
                .. (parsed.GetValue(errIgnore) ?? []).Select(f => IgnoreFile.Read(Text(f), FindingSeverity.Breaking)),
                .. (parsed.GetValue(warnIgnore) ?? []).Select(f => IgnoreFile.Read(Text(f), FindingSeverity.Warning)),
            ],
            FailOn.Of(Words(parsed.GetValue(failOn) is { Length: > 0 } words ? words : [standard])));

        NamedText Text(string file) => new(file, SpecFile.Read(console, file, cancellationToken).Text);
    }

    /// <summary>The files that are read, with what they are. The baseline is none where it is written again.</summary>
    public IEnumerable<(string Kind, string Path)> Inputs(ParseResult parsed) =>
    [
        .. parsed.GetValue(config) is { } settings ? [("settings", settings)] : Array.Empty<(string, string)>(),
        .. parsed.GetValue(baseline) is { } accepted && parsed.GetValue(write) is null ? [("baseline", accepted)] : Array.Empty<(string, string)>(),
        .. (parsed.GetValue(errIgnore) ?? []).Concat(parsed.GetValue(warnIgnore) ?? []).Select(f => ("ignore file", f)),
    ];

    /// <summary>What is to be written as accepted; <see langword="null"/> for nothing.</summary>
    public BaselineOrder? Order(ParseResult parsed) =>
        parsed.GetValue(write) is { } path ? new(path, parsed.GetRequiredValue(reason), BaselineEntry.ReadDay(parsed.GetValue(expires))) : null;

    private static List<string> Words(IEnumerable<string> values) => [.. values.SelectMany(v => v.Split(',', StringSplitOptions.TrimEntries)).Distinct()];

    private static Option<string[]> FailOnOption(string byDefault)
    {
        var option = new Option<string[]>("--fail-on")
        {
            Description = $"Which findings make the exit code 1: {string.Join(", ", FailOn.AllWords)}; the severities include those above. Can be repeated, or a list with commas. Default: {byDefault}.",
            HelpName = "LEVEL",
        };
        option.Validators.Add(result =>
        {
            var words = Words(result.Tokens.Select(t => t.Value));
            if (words.Except(FailOn.AllWords).FirstOrDefault() is { } unknown)
                result.AddError($"'{unknown}' is not a value of --fail-on: use {string.Join(", ", FailOn.AllWords)}.");
            else if (words.Count > 1 && words.Contains(FailOn.None))
                result.AddError($"--fail-on {FailOn.None} cannot be combined with another value.");
        });
        return option;
    }

    private static Option<string> Reason()
    {
        var option = new Option<string>("--reason") { Description = "Why the findings of --write-baseline are accepted.", HelpName = "TEXT" };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Any(t => string.IsNullOrWhiteSpace(t.Value)))
                result.AddError("--reason is empty.");
        });
        return option;
    }

    private static Option<string> Expires()
    {
        var option = new Option<string>("--expires") { Description = "The last day on which they are accepted, such as 2027-01-31. Default: no end.", HelpName = "DAY" };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var day }] && BaselineEntry.ReadDay(day) is null)
                result.AddError($"'{day}' is not a day such as 2027-01-31.");
        });
        return option;
    }

    private static Option<string> File(string name, string description)
    {
        var option = new Option<string>(name) { Description = description, HelpName = "FILE" };
        option.Validators.Add(result => CommonInputs.RefuseEmpty(result, name));
        return option;
    }

    private static Option<string[]> Files(string name, string description)
    {
        var option = new Option<string[]>(name) { Description = description, HelpName = "FILE" };
        option.Validators.Add(result => CommonInputs.RefuseEmpty(result, name));
        return option;
    }
}
