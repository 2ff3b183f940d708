using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Files;
using Kiln.Generator.Specs.Grammar;

namespace Kiln.Generator.Specs.Joining;

/// <summary>Tells why a reference that names a file, or an anchor, leads to no node.</summary>
internal static class BrokenReference
{
    public static DiagnosticInfo? Explain(TargetFinder finder, SpecNode value, SpecKind kind)
    {
        var text = value.AsText()!;
        var reference = FileReference.Parse(text);
        if (finder.FileOf(reference, value.Span.File) is not { } file)
            return new DiagnosticInfo(SpecRules.ReferenceToFileNotIncluded, value.Place, text, HowToGive(finder, reference, value.Span.File));
        if (file.Root is null)
            // Why it is no tree is told in the file itself.
            return new DiagnosticInfo(SpecRules.UnresolvedReference, value.Place, text, $"'{SpecPath.NameOf(file.Path)}' cannot be read");
        if (finder.Find(text, value.Span.File) is { } target)
            return kind == SpecKind.Data && target.Node is SpecMap ? null : new DiagnosticInfo(SpecRules.ReferenceTargetMismatch, value.Place, text, target.Node.Describe(), SpecKinds.Name(kind));
        return new DiagnosticInfo(SpecRules.UnresolvedReference, value.Place, text, $"'{SpecPath.NameOf(file.Path)}' has no '{FileReference.Unescape(reference.Fragment)}'");
    }

    private static string HowToGive(TargetFinder finder, FileReference reference, string from)
    {
        if (reference.File.Length == 0)
            return "write the reference as '#/components/schemas/Name'";
        if (reference.IsAddress)
            return "keep a copy beside the document, reference it by its path, and include it as an OpenApiSdkFile item or with --file";
        return finder.FileIgnoringCase(reference, from) is { } other
            ? $"'{SpecPath.NameOf(other.Path)}' is included, but differs in case"
            : $"include '{reference.File}' as an OpenApiSdkFile item of the project, or with --file";
    }
}
