using System.Collections.Immutable;
using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Text;

namespace Kiln.Generator.Compiler;

/// <summary>Reports mistakes in a project with documents. Those that a generator cannot see are reported by <c>build/Kiln.Generator.targets</c>.</summary>
internal static class ProjectCheck
{
    // The metadata in build/Kiln.Generator.props and .targets.
    private static readonly string[] KnownMetadata =
    [
        "Namespace", "Client", "FoldPathPrefix", "ShareTypes", "Webhooks", "InferPaging", "Operations", "Baseline", "Overlays",
        "IncludePaths", "IncludeTags", "IncludeOperations", "ExcludePaths", "ExcludeTags", "ExcludeOperations",
    ];

    private static readonly Version Own = typeof(ProjectCheck).Assembly.GetName().Version;

    /// <summary>The diagnostics about the project; none if it has no document.</summary>
    public static EquatableArray<DiagnosticInfo> Check((ProjectFacts Facts, ImmutableArray<ItemOptions> Documents) input, CancellationToken cancellationToken)
    {
        var (facts, documents) = input;
        return documents.IsEmpty ? [] : Check(facts, SourceLocation.StartOf(facts.File ?? documents[0].Path)).ToEquatableArray();
    }

    /// <summary>Whether generated code can compile in the project. Otherwise its errors would hide the one about the project.</summary>
    private static bool CanCompile(ProjectFacts facts, CancellationToken cancellationToken) =>
        !Check(facts, SourceLocation.StartOf("")).Any(d => d.Rule.Severity == DiagnosticLevel.Error);

    /// <summary>What can be generated for the project.</summary>
    public static ProjectScope Scope(ProjectFacts facts, CancellationToken cancellationToken) => new(CanCompile(facts, cancellationToken), facts.HasDependencyInjection);

    private static IEnumerable<DiagnosticInfo> Check(ProjectFacts facts, SourceLocation location)
    {
        foreach (var name in facts.UnknownMetadata)
        {
            var similar = SimilarName.Question(name, KnownMetadata);
            // Not cut, as a text of a document would be.
            yield return new(SdkRules.UnknownMetadata, location, new[] { name, similar.Length > 0 ? similar : $"; known are {string.Join(", ", KnownMetadata)}" }.ToEquatableArray());
        }
        if (facts.OldLanguage is { } language)
            yield return new(SdkRules.OldLanguage, location, language);
        if (facts.Runtime is null && facts.HasReferences)
            yield return new(SdkRules.MissingRuntime, location, Own.ToString(3));
        if (facts.Runtime is { } runtime && (runtime.Major, runtime.Minor) != (Own.Major, Own.Minor))
            yield return new(SdkRules.OtherRuntime, location, runtime.ToString(3), Own.ToString(3));
    }
}

/// <summary>What can be generated for a project. It changes with the project's references only.</summary>
/// <param name="CanCompile">Whether generated code can compile.</param>
/// <param name="HasDependencyInjection">Whether there can be methods that add a client to the services of an application.</param>
internal readonly record struct ProjectScope(bool CanCompile, bool HasDependencyInjection);
