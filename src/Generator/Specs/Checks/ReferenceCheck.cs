using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Joining;

namespace Kiln.Generator.Specs.Checks;

/// <summary>Whether each <c>$ref</c> leads to a node of the right kind.</summary>
internal static class ReferenceCheck
{
    public static void Check(SpecMap root, TargetFinder finder, List<DiagnosticInfo> diagnostics)
    {
        // What is right in one place is right in all others; a bare name and a file are read as seen from where they stand.
        HashSet<(string Reference, SpecKind Kind)> right = [];
        SpecWalk.Visit(root, SpecKind.Document, (map, kind) =>
        {
            if (map.Entry(SpecReference.Key) is not { } entry)
                return;
            var pointer = entry.Value.AsText() is { } text && SpecReference.IsLocalPointer(text) ? text : null;
            if (pointer is not null && right.Contains((pointer, kind)))
                return;
            if (CheckOne(root, finder, entry, kind) is { } diagnostic)
                diagnostics.Add(diagnostic);
            else if (pointer is not null)
                right.Add((pointer, kind));
        });
    }

    private static DiagnosticInfo? CheckOne(SpecMap root, TargetFinder finder, SpecEntry entry, SpecKind kind)
    {
        var place = entry.Value.Place;
        if (entry.Value.AsText() is not { } reference)
            return new DiagnosticInfo(SpecRules.ReferenceIsNotString, place, entry.Value.Describe());
        if (!SpecReference.IsLocalPointer(reference))
            return BareName(root, entry.Value, kind) ?? BrokenReference.Explain(finder, entry.Value, kind);
        if (SpecReference.Resolve(root, reference) is not { } tokens)
            return new DiagnosticInfo(SpecRules.UnresolvedReference, place, reference, Nearest(root, reference));

        var target = JsonPointer.Find(root, tokens)!;
        var found = SpecKinds.At(root, tokens);
        // A flag is a schema only where one belongs.
        if (target is not SpecMap && !(kind == SpecKind.Schema && found == SpecKind.Schema && target is SpecScalar { Kind: ScalarKind.Boolean }))
            return new DiagnosticInfo(SpecRules.ReferenceTargetMismatch, place, reference, target.Describe(), SpecKinds.Name(kind));
        return Accepts(kind, found) ? null : new DiagnosticInfo(SpecRules.ReferenceTargetMismatch, place, reference, SpecKinds.Name(found), SpecKinds.Name(kind));
    }

    private static bool Accepts(SpecKind wanted, SpecKind? found) =>
        found == wanted
        // A shared schema may stand under a key that OpenAPI does not know.
        || found == SpecKind.Data
        || (wanted, found) is (SpecKind.Header, SpecKind.Parameter) or (SpecKind.Parameter, SpecKind.Header);

    private static string Nearest(SpecMap root, string reference)
    {
        var tokens = JsonPointer.Tokens(Uri.UnescapeDataString(reference.Substring(1)));
        for (var length = tokens.Length - 1; length > 0; length--)
        {
            if (JsonPointer.Find(root, tokens.Take(length).ToArray()) is not null)
                return $"'{SpecReference.Write(tokens.Take(length))}' has no '{tokens[length]}'";
        }
        return $"the document has no '{tokens.FirstOrDefault()}'";
    }

    private static DiagnosticInfo? BareName(SpecMap root, SpecNode value, SpecKind kind)
    {
        string[][] homes = [["components", "schemas"], ["definitions"]];
        var name = value.AsText()!;
        var home = kind == SpecKind.Schema ? homes.FirstOrDefault(h => JsonPointer.Find(root, [.. h, name]) is not null) : null;
        return home is null ? null : new DiagnosticInfo(
            SpecRules.ReferenceToFileNotIncluded, value.Place, name, $"write '{SpecReference.Write([.. home, name])}' to reference the schema of this name");
    }
}
