using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Checks;

/// <summary>Reports operations with the same id.</summary>
internal static class OperationIdCheck
{
    public static void Check(SpecMap root, List<DiagnosticInfo> diagnostics)
    {
        Dictionary<string, SpecNode> firsts = new(StringComparer.Ordinal);
        SpecWalk.Visit(root, OpenApiObjectKind.Document, (map, kind) =>
        {
            if (kind != OpenApiObjectKind.Operation || map["operationId"] is not { } id || id.AsScalarText() is not { } text)
                return;
            if (!firsts.TryGetValue(text, out var first))
                firsts.Add(text, id);
            // A YAML alias makes one operation appear twice; it is still one.
            else if (!ReferenceEquals(first, id))
                diagnostics.Add(new DiagnosticInfo(SpecRules.DuplicateOperationId, id.Location, text, $"{first.Location.Line}"));
        });
    }
}
