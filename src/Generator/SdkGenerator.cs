using Kiln.Generator.Compiler;
using Kiln.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Kiln.Generator;

/// <summary>Turns the OpenAPI documents among a project's additional files into SDKs.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class SdkGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var inputs = context.AdditionalTextsProvider.Combine(context.AnalyzerConfigOptionsProvider).Where(SdkItem.IsInput);
        var trees = inputs.Select(SdkItem.Text).Select(SdkItem.Load).Select(SdkSteps.Parse).WithTrackingName(Steps.Parse);
        var documents = inputs.Where(SdkItem.IsSpec);
        var configs = context.AdditionalTextsProvider.Where(ConfigFile.IsConfig).Select(ConfigFile.Load).WithTrackingName(Steps.Configs).Collect();

        var sources = documents.Select(SdkItem.ReadInput).Combine(trees.Collect()).Select(SdkSteps.Source).WithTrackingName(Steps.Input);
        var parsed = sources.Select(SdkSteps.Read).WithTrackingName(Steps.Read);
        var api = parsed.Select(SdkSteps.Api).WithTrackingName(Steps.Api);
        var titles = api.Select(SdkSteps.Title).Collect();
        var options = documents.Select(SdkItem.ReadOptions).Collect().Combine(titles).Select(SdkItems.Create).WithTrackingName(Steps.Options);
        var project = context.CompilationProvider.Select(ProjectFacts.OfCompilation)
            .Combine(context.ParseOptionsProvider).Select(ProjectFacts.WithLanguage)
            .Combine(context.AnalyzerConfigOptionsProvider).Select(ProjectFacts.WithProperties).WithTrackingName(Steps.Project);
        var problems = project.Combine(documents.Select(SdkItem.ReadOptions).Collect()).Select(ProjectCheck.Check);
        var planned = api.Combine(options).Combine(project.Select(ProjectCheck.Scope).WithTrackingName(Steps.Scope)).Select(SdkSteps.Plan);
        var severities = configs.Combine(project.Select(SdkOutput.ConfiguredErrors));
        var files = planned.SelectMany(SdkSteps.Files).WithTrackingName(Steps.Shapes).Select(SdkSteps.Emit).WithTrackingName(Steps.Emit);

        var baselines = documents.Select(SdkItem.ReadBaseline).Combine(trees.Collect()).Select(SdkSteps.Baseline).WithTrackingName(Steps.Baseline);
        var changes = baselines.Combine(options).Select(BaselineCheck.Check).WithTrackingName(Steps.Changes);

        context.RegisterSourceOutput(files, SdkOutput.AddSource);
        context.RegisterSourceOutput(parsed.Select(SdkSteps.Diagnostics).Combine(severities), SdkOutput.Report);
        context.RegisterSourceOutput(planned.Select(SdkSteps.Diagnostics).Combine(severities), SdkOutput.Report);
        context.RegisterSourceOutput(changes.Combine(severities), SdkOutput.ReportOnly);
        context.RegisterSourceOutput(problems.Combine(severities), SdkOutput.Report);
    }
}
