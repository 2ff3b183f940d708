using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Files;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;
using Kiln.Generator.Text;

namespace Kiln.Generator.Specs.Joining;

/// <summary>Explains why a reference to a file or an anchor cannot be resolved.</summary>
internal static class UnresolvedReference
{
    /// <summary>The diagnostic about a reference; <see langword="null"/> if the reference is valid where no kind is expected.</summary>
    public static DiagnosticInfo? Diagnose(ReferenceTargetFinder finder, SpecNode value, OpenApiObjectKind kind, NameSuggestions suggestions)
    {
        var text = value.AsText()!;
        var reference = FileReference.Parse(text);
        if (finder.FindFile(reference, value.Span.File) is not { } file)
            return new DiagnosticInfo(SpecRules.ReferenceToFileNotIncluded, value.Location, text, Suggestion(finder, reference, value.Span.File));
        if (file.Root is null)
            // The diagnostics of the file say why it cannot be parsed.
            return new DiagnosticInfo(SpecRules.UnresolvedReference, value.Location, text, $"'{SpecPath.FileNameOf(file.Path)}' cannot be read", "");
        if (finder.Find(text, value.Span.File) is { } target)
            return kind == OpenApiObjectKind.Data && target.Node is SpecMap ? null : new DiagnosticInfo(SpecRules.ReferenceTargetMismatch, value.Location, text, target.Node.Describe(), OpenApiObjectKinds.DisplayName(kind));
        return new DiagnosticInfo(SpecRules.UnresolvedReference, value.Location, text, $"'{SpecPath.FileNameOf(file.Path)}' has no '{FileReference.Unescape(reference.Fragment)}'", Suggest(finder, file, reference, suggestions));
    }

    private static string Suggest(ReferenceTargetFinder finder, SpecFileTree file, FileReference reference, NameSuggestions suggestions)
    {
        var fragment = FileReference.Unescape(reference.Fragment);
        var similar = fragment.StartsWith("/", StringComparison.Ordinal)
            ? MissingTarget.Find(file.Root!, JsonPointer.Parse(fragment)).Suggest(suggestions)
            : suggestions.Find("#" + fragment, finder.AnchorNames(file));
        return SimilarName.Question(similar is null ? null : reference.File + similar);
    }

    private static string Suggestion(ReferenceTargetFinder finder, FileReference reference, string from)
    {
        if (reference.File.Length == 0)
            return "write the reference as '#/components/schemas/Name'";
        if (reference.IsUri)
            return "keep a copy beside the document, reference it by its path, and include it as an OpenApiSdkFile item or with --file";
        return finder.FindFileIgnoringCase(reference, from) is { } other
            ? $"'{SpecPath.FileNameOf(other.Path)}' is included, but differs in case"
            : $"include '{reference.File}' as an OpenApiSdkFile item of the project, or with --file";
    }
}
