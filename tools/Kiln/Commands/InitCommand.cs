using System.CommandLine;
using Kiln.Generator.Specs.Files;
using Kiln.Tool.Documents;
using Kiln.Tool.Files;
using Kiln.Tool.Projects;

namespace Kiln.Tool.Commands;

/// <summary><c>kiln init</c>: adds a document and the packages to a project, whose compiler then makes the SDK.</summary>
internal static class InitCommand
{
    public static Verb Create(KilnConsole console, SdkGenerate generate)
    {
        var spec = CommonInputs.Spec();
        var project = new Option<string>("--project", "-p") { Description = "The project to change. Default: the only .csproj in the current directory.", HelpName = "X.csproj" };
        project.Validators.Add(result => CommonInputs.RefuseEmpty(result, "--project"));
        var baseline = new Option<string>("--baseline") { Description = "The document of the last release: the build reports what changed since then.", HelpName = "FILE" };
        baseline.Validators.Add(result => CommonInputs.RefuseEmpty(result, "--baseline"));
        var sdk = new SdkInputs();

        var command = new Verb(
            "init",
            "Adds a document and Kiln's packages to a C# project.",
            """
            kiln init openapi.yaml
            kiln init openapi.yaml --project src/Shop/Shop.csproj --namespace Shop.Api --client ShopClient
            """,
            (parsed, cancellationToken) =>
            {
                var document = parsed.GetRequiredValue(spec);
                var target = SdkProject.Load(console, parsed.GetValue(project));
                var choices = sdk.Read(parsed);
                // A build with a baseline that cannot be read fails.
                if (parsed.GetValue(baseline) is { } released)
                    SdkBuild.Run(console, generate, released, choices, cancellationToken);
                // Before anything is changed: a project that stops building would be a poor start.
                var source = default(SpecSource);
                SdkBuild.Run(console, (read, options, token) => generate(source = read, options, token), document, choices, cancellationToken);

                var (files, added) = target.Add(new(
                    console.Resolve(document),
                    [.. source!.OtherFiles.Items.Select(f => console.Resolve(f.Path))],
                    [.. choices.Input.Overlays.Select(console.Resolve)],
                    parsed.GetValue(baseline) is { } old ? console.Resolve(old) : null,
                    Metadata(choices)));
                Disk.Try("cannot change the project", () => OutputFiles.Write(files, cancellationToken));
                Tell(console, target, added);
                return ExitCodes.Done;
            })
        {
            spec,
            project,
            baseline,
        };
        sdk.AddTo(command);
        return command;
    }

    private static void Tell(KilnConsole console, SdkProject target, IReadOnlyList<string> added)
    {
        if (added.Count == 0)
        {
            console.Error.WriteLine($"{target.Name} has all of it already; nothing was changed.");
            return;
        }
        console.Error.WriteLine($"Added to {target.Name}:");
        foreach (var item in added)
            console.Error.WriteLine($"  {item}");
        console.Error.WriteLine("The next 'dotnet build' generates the SDK.");
    }

    // The item's metadata has the names that docs/input.md gives them.
    private static IReadOnlyList<(string Name, string Value)> Metadata(SdkChoices choices)
    {
        var filter = choices.Input.Filter;
        return
        [
            .. new (string Name, string? Value)[]
            {
                ("Namespace", choices.Options.Namespace),
                ("Client", choices.Options.ClientName),
                ("FoldPathPrefix", choices.Options.FoldPathPrefix ? null : "false"),
                ("ShareTypes", choices.Options.ShareTypes ? null : "false"),
                ("Webhooks", choices.Options.Webhooks ? null : "false"),
                ("Operations", choices.Options.Operations ? "true" : null),
                ("InferPaging", choices.Input.InfersPaging ? null : "false"),
                ("IncludePaths", List(filter.Include.Paths.Items)),
                ("IncludeTags", List(filter.Include.Tags.Items)),
                ("IncludeOperations", List(filter.Include.Operations.Items)),
                ("ExcludePaths", List(filter.Exclude.Paths.Items)),
                ("ExcludeTags", List(filter.Exclude.Tags.Items)),
                ("ExcludeOperations", List(filter.Exclude.Operations.Items)),
            }.Where(m => m.Value is not null).Select(m => (m.Name, m.Value!)),
        ];
    }

    private static string? List(IEnumerable<string> values) => string.Join(';', values) is { Length: > 0 } list ? list : null;
}
