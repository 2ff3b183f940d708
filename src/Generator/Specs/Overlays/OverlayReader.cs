using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Files;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Overlays;

/// <summary>An action of an overlay.</summary>
/// <param name="Target">The query that selects the nodes to change.</param>
/// <param name="Location">The node of the query.</param>
/// <param name="IsRemoval">Whether the selected nodes are removed; then the action has nothing else.</param>
/// <param name="Update">The node that is merged into the selected nodes.</param>
/// <param name="Copy">The query of the node that is merged into them instead.</param>
internal sealed record OverlayAction(JsonPath Target, SpecNode Location, bool IsRemoval, SpecNode? Update, (JsonPath Path, SpecNode Location)? Copy);

/// <summary>Reads an overlay (OpenAPI Overlay 1.0 and 1.1).</summary>
internal static class OverlayReader
{
    private const string ExpectedForm = "an overlay has 'overlay: 1.0.0', 'info' and an array 'actions', each with a 'target'";

    /// <summary>The overlay's actions in their order; invalid actions are reported and left out.</summary>
    public static IReadOnlyList<OverlayAction> Read(SpecFileTree file, string document, List<DiagnosticInfo> diagnostics)
    {
        // A text that is neither YAML nor JSON has been reported already.
        if (file.Root is null && file.Diagnostics.Count > 0)
            return [];
        if (file.Root is not SpecMap root)
            return Fail(file.Root?.Location ?? SourceLocation.StartOf(file.Path), file.Root is null ? "the file is empty" : $"the root is {file.Root.Describe()}");
        if (root["overlay"] is not SpecScalar version)
            return Fail(SourceLocation.StartOf(file.Path), "the key 'overlay' with the version is missing");
        if (!IsSupported(version.Text))
            return Fail(version.Location, $"the version '{version.Text}' is not 1.0 or 1.1");
        if (root["actions"] is not SpecList { Items.Count: > 0 } actions)
            return Fail(root["actions"]?.Location ?? root.Location, "the array 'actions' is missing");

        CheckExtends(root["extends"], document, diagnostics);
        List<OverlayAction> read = [];
        foreach (var item in actions.Items)
        {
            if (ReadAction(item, diagnostics) is { } action)
                read.Add(action);
        }
        return read;

        OverlayAction[] Fail(SourceLocation location, string reason)
        {
            diagnostics.Add(new DiagnosticInfo(SpecRules.InvalidOverlay, location, reason, ExpectedForm));
            return [];
        }
    }

    // An unquoted 1.0 is a number in YAML.
    private static bool IsSupported(string version) => version.Split('.') is ["1", "0" or "1", ..];

    private static void CheckExtends(SpecNode? extends, string document, List<DiagnosticInfo> diagnostics)
    {
        if (extends?.AsText() is not { Length: > 0 } text || FileReference.Parse(text) is not { IsUri: false } reference)
            return;
        if (reference.ResolveFrom(SpecPath.Normalize(extends.Span.File)) != SpecPath.Normalize(document))
            diagnostics.Add(new DiagnosticInfo(SpecRules.OverlayOfOtherDocument, extends.Location, text, SpecPath.FileNameOf(document)));
    }

    /// <summary>An action; <see langword="null"/>, with a diagnostic, if it is invalid.</summary>
    private static OverlayAction? ReadAction(SpecNode item, List<DiagnosticInfo> diagnostics)
    {
        if (item is not SpecMap action)
            return Report(SpecRules.InvalidOverlay, item.Location, $"an action must be an object, but is {item.Describe()}", ExpectedForm);
        if (action["target"] is not { } target || target.AsText() is not { } path)
            return Report(SpecRules.InvalidOverlay, (action["target"] ?? action).Location, "the action has no 'target', or it is not a string", ExpectedForm);
        if (JsonPathParser.Parse(path, out var problem) is not { } query)
            return Report(SpecRules.InvalidJsonPath, target.Location, path, problem);

        if (action["remove"] is SpecScalar { Kind: ScalarKind.Boolean, Text: "true" })
            return new(query, target, IsRemoval: true, null, null);
        if (action["copy"] is { } copy)
        {
            return JsonPathParser.Parse(copy.AsText() ?? "", out var copyProblem) is { } from
                ? new(query, target, IsRemoval: false, null, (from, copy))
                : Report(SpecRules.InvalidJsonPath, copy.Location, copy.AsText() ?? "", copyProblem);
        }
        return action["update"] is { } update
            ? new(query, target, IsRemoval: false, update, null)
            : Report(SpecRules.InvalidOverlay, action.Location, "the action has neither 'update' nor 'remove: true'", ExpectedForm);

        OverlayAction? Report(DiagnosticRule rule, SourceLocation location, params string[] arguments)
        {
            diagnostics.Add(new DiagnosticInfo(rule, location, arguments));
            return null;
        }
    }
}
