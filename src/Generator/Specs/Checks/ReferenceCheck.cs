using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Joining;
using Kiln.Generator.Specs.Tree;
using Kiln.Generator.Text;

namespace Kiln.Generator.Specs.Checks;

/// <summary>Reports each <c>$ref</c> that cannot be resolved, or whose target is of another kind.</summary>
internal static class ReferenceCheck
{
    public static void Check(SpecMap root, ReferenceTargetFinder finder, List<DiagnosticInfo> diagnostics)
    {
        // A pointer that is valid once is valid everywhere; the name of a schema and a file depend on the file that contains the reference.
        HashSet<(string Reference, OpenApiObjectKind Kind)> valid = [];
        var suggestions = new NameSuggestions();
        SpecWalk.Visit(root, OpenApiObjectKind.Document, (map, kind) =>
        {
            if (map.Entry(SpecReference.Key) is not { } entry)
                return;
            var pointer = entry.Value.AsText() is { } text && SpecReference.IsLocalPointer(text) ? text : null;
            if (pointer is not null && valid.Contains((pointer, kind)))
                return;
            if (CheckReference(root, finder, entry, kind, suggestions) is { } diagnostic)
                diagnostics.Add(diagnostic);
            else if (pointer is not null)
                valid.Add((pointer, kind));
        });
    }

    /// <summary>The diagnostic about a reference; <see langword="null"/> if it is valid.</summary>
    private static DiagnosticInfo? CheckReference(SpecMap root, ReferenceTargetFinder finder, SpecEntry entry, OpenApiObjectKind kind, NameSuggestions suggestions)
    {
        var location = entry.Value.Location;
        if (entry.Value.AsText() is not { } reference)
            return new DiagnosticInfo(SpecRules.ReferenceIsNotString, location, entry.Value.Describe());
        if (!SpecReference.IsLocalPointer(reference))
            return DiagnoseBareName(root, entry.Value, kind) ?? UnresolvedReference.Diagnose(finder, entry.Value, kind, suggestions);
        if (SpecReference.ResolveTokens(root, reference) is not { } tokens)
            return DiagnoseUnresolved(root, location, reference, suggestions);

        var target = JsonPointer.Find(root, tokens)!;
        var found = OpenApiObjectKinds.KindAt(root, tokens);
        // A Boolean is a schema only where a schema is expected.
        if (target is not SpecMap && !(kind == OpenApiObjectKind.Schema && found == OpenApiObjectKind.Schema && target is SpecScalar { Kind: ScalarKind.Boolean }))
            return new DiagnosticInfo(SpecRules.ReferenceTargetMismatch, location, reference, target.Describe(), OpenApiObjectKinds.DisplayName(kind));
        return IsCompatible(kind, found) ? null : new DiagnosticInfo(SpecRules.ReferenceTargetMismatch, location, reference, OpenApiObjectKinds.DisplayName(found), OpenApiObjectKinds.DisplayName(kind));
    }

    private static bool IsCompatible(OpenApiObjectKind expected, OpenApiObjectKind? found) =>
        found == expected
        // A shared schema may be under a key that OpenAPI does not define.
        || found == OpenApiObjectKind.Data
        || (expected, found) is (OpenApiObjectKind.Header, OpenApiObjectKind.Parameter) or (OpenApiObjectKind.Parameter, OpenApiObjectKind.Header);

    private static DiagnosticInfo DiagnoseUnresolved(SpecMap root, SourceLocation location, string reference, NameSuggestions suggestions)
    {
        var missing = MissingTarget.Find(root, JsonPointer.Parse(Uri.UnescapeDataString(reference.Substring(1))));
        var parent = missing.Parent.Length == 0 ? "the document" : $"'{SpecReference.Write(missing.Parent)}'";
        return new(SpecRules.UnresolvedReference, location, reference, $"{parent} has no '{missing.Key}'", SimilarName.Question(missing.Suggest(suggestions)));
    }

    /// <summary>The diagnostic about a reference that is the name of a schema; <see langword="null"/> if no schema has this name.</summary>
    private static DiagnosticInfo? DiagnoseBareName(SpecMap root, SpecNode value, OpenApiObjectKind kind)
    {
        string[][] sections = [["components", "schemas"], ["definitions"]];
        var name = value.AsText()!;
        var section = kind == OpenApiObjectKind.Schema ? sections.FirstOrDefault(s => JsonPointer.Find(root, [.. s, name]) is not null) : null;
        return section is null ? null : new DiagnosticInfo(
            SpecRules.ReferenceToFileNotIncluded, value.Location, name, $"write '{SpecReference.Write([.. section, name])}' to reference the schema of this name");
    }
}
