using System.CommandLine;
using System.Globalization;
using System.Text;
using Kiln.Generator.Changes.Comparison;
using Kiln.Generator.Collections;
using Kiln.Tool.Comparing;
using Kiln.Tool.Documents;
using Kiln.Tool.Files;
using Kiln.Tool.Gates;
using Kiln.Tool.Gates.Releases;
using Kiln.Tool.Reports;
using Kiln.Tool.Reports.Output;
using NuGet.Versioning;

namespace Kiln.Tool.Commands;

/// <summary><c>kiln diff</c>: what changed between two documents, and what it does to the SDK.</summary>
internal static class DiffCommand
{
    private static readonly LifecycleTerms Terms = new(default);

    public static Command Create(KilnConsole console, FindChanges find)
    {
        var old = Side("OLD", "The document as it was: a file, a folder with one, a package of kiln build, or REV:path of the git repository.");
        var current = Side("NEW", "The document as it is, in one of the same forms.");
        var changelog = new Option<string>("--changelog") { Description = "Add what changed to this Markdown file, for the users of the SDK.", HelpName = "FILE" };
        changelog.Validators.Add(result => CommonInputs.RefuseEmpty(result, "--changelog"));
        var version = Version();
        var listRules = new Option<bool>("--list-rules") { Description = "List all rules with their ids, severities and meanings, as text or with --format json." };
        var (betaDays, stableDays) = (Days("beta", Terms.BetaDays), Days("stable", Terms.StableDays));
        var sdk = new SdkInputs();
        var gates = new GateOptions(FailOn.Breaking);
        var reports = new ReportOptions();

        var command = new Verb(
            "diff",
            "Compares two OpenAPI documents: what changed in the API, and what that does to the C# SDK.",
            """
            kiln diff released.yaml openapi.yaml
            kiln diff v1.4.2:spec/openapi.yaml spec/openapi.yaml --suggest-version 1.4.2 --changelog CHANGELOG.md
            kiln diff Contoso.Pets.1.4.2.nupkg openapi.yaml --fail-on warning,source-breaking --baseline kiln-baseline.json
            """,
            (parsed, cancellationToken) =>
            {
                if (parsed.GetValue(listRules))
                    return ListRules(console, reports.Read(parsed));

                var (before, after) = (parsed.GetRequiredValue(old), parsed.GetRequiredValue(current));
                var oldFiles = DocumentArgument.Find(console, before, cancellationToken);
                var newFiles = DocumentArgument.Find(console, after, cancellationToken);
                var gate = gates.Read(parsed, console, newFiles, KnownRules.Names, cancellationToken);
                var (choices, order, outputs) = (sdk.Read(parsed), gates.Order(parsed), reports.Read(parsed));
                (string, string)[] read = [.. oldFiles.Paths.Concat(newFiles.Paths).Select(p => ("document", p)), .. choices.Input.Overlays.Select(o => ("overlay", o)), .. gates.Inputs(parsed)];
                OutputPaths.Check(console, read, [.. new[] { parsed.GetValue(changelog), order?.Path }.OfType<string>(), .. ReportOutput.FilesOf(outputs)]);

                var documents = Progress.Show(console, $"Reading {before} and {after}", () => ComparedDocuments.Read(console, oldFiles, newFiles, choices, cancellationToken));
                var terms = new LifecycleTerms(Gate.Today().ToDateTime(TimeOnly.MinValue), parsed.GetValue(betaDays), parsed.GetValue(stableDays));
                var changes = Progress.Show(console, "Comparing", () => find(documents.Old, documents.Current, terms, cancellationToken));
                cancellationToken.ThrowIfCancellationRequested();

                var result = gate.Apply(changes.Findings.Items, Gate.Today());
                var next = parsed.GetValue(version) is { } number ? VersionRules.Next(SemanticVersion.Parse(number), ChangeKinds.StepOf(result.All)).ToNormalizedString() : null;
                if (parsed.GetValue(changelog) is { } path)
                    WriteChangelog(console, path, next, result, cancellationToken);
                if (order is not null)
                    return order.Write(console, gate, result, Gate.Today(), cancellationToken);

                ReportOutput.WriteAll(console, outputs, Report(console, gate, result, (oldFiles, newFiles), documents) with { SuggestedVersion = next }, cancellationToken);
                return result.IsFailed ? ExitCodes.Drift : ExitCodes.Done;
            })
        {
            old,
            current,
            version,
            changelog,
            listRules,
            betaDays,
            stableDays,
        };
        command.Validators.Add(result =>
        {
            var given = new[] { old, current }.Count(a => result.GetResult(a) is { Tokens.Count: > 0 });
            if (result.GetResult(listRules) is null)
            {
                foreach (var missing in new[] { old, current }.Skip(given))
                    result.AddError($"Required argument '{missing.Name}' missing for command: 'diff'.");
            }
            else if (given > 0)
            {
                result.AddError("--list-rules needs no documents.");
            }
        });
        reports.AddTo(command);
        gates.AddTo(command);
        sdk.AddTo(command);
        return command;
    }

    private static Argument<string> Side(string name, string description)
    {
        // --list-rules goes without.
        var argument = new Argument<string>(name) { Description = description, Arity = ArgumentArity.ZeroOrOne };
        argument.Validators.Add(result => CommonInputs.RefuseEmpty(result, name));
        return argument;
    }

    private static Option<string> Version()
    {
        var option = new Option<string>("--suggest-version")
        {
            Description = "Suggest the version after this one, by Semantic Versioning: major for a breaking change of the API or of the C# members, minor for additions, otherwise patch.",
            HelpName = "V",
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var value }] && !VersionRules.TryParse(value, out _))
                result.AddError($"'{value}' is not a semantic version such as 1.4.2 or 2.0.0-beta.1.");
        });
        return option;
    }

    private static Option<int> Days(string level, int days)
    {
        var option = new Option<int>($"--deprecation-days-{level}")
        {
            Description = $"How many days before its removal (x-sunset) something of the stability level {level} has to be deprecated.",
            HelpName = "N",
            DefaultValueFactory = _ => days,
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var value }] && int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number < 0)
                result.AddError($"'{value}' is not a number of days.");
        });
        return option;
    }

    private static int ListRules(KilnConsole console, IReadOnlyList<ReportOutput> outputs)
    {
        var text = outputs switch
        {
            [{ File: null, Format.Name: "text" }] => RuleList.Text(KnownRules.All),
            [{ File: null, Format.Name: "json" }] => RuleList.Json(KnownRules.All),
            _ => throw new KilnFailure(ExitCodes.Usage, "--list-rules has the forms text and json, on standard output."),
        };
        console.Out.Write(text);
        return ExitCodes.Done;
    }


    private static void WriteChangelog(KilnConsole console, string path, string? version, GateResult result, CancellationToken cancellationToken)
    {
        var full = console.Resolve(path);
        var existing = File.Exists(full) ? SpecFile.Read(console, path, cancellationToken).Text : null;
        var text = Changelog.Add(existing, version ?? Changelog.Unreleased, result.All);
        Disk.Try($"cannot write to {path}", () => OutputFiles.Write([new(full, new UTF8Encoding(false).GetBytes(text))], cancellationToken));
    }

    private static FindingReport Report(KilnConsole console, Gate gate, GateResult result, (DocumentFiles Old, DocumentFiles New) files, ComparedDocuments documents) => new(
        ReportKind.Diff,
        documents.Current.Api.Title is { Length: > 0 } title ? title : "API",
        files.Old.Side(documents.Old.Spec.Path),
        files.New.Side(documents.Current.Spec.Path),
        result.Reported.ToEquatableArray())
    {
        Accepted = result.Accepted.ToEquatableArray(),
        Fails = gate.FailOn.IsMetBy,
        Root = console.CurrentDirectory,
        DescriptionOf = KnownRules.DescriptionOf,
    };
}
