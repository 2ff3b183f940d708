using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Files;

namespace Kiln.Generator.Specs.Overlays;

/// <summary>One change that an overlay makes.</summary>
/// <param name="Target">The query that picks what is changed.</param>
/// <param name="Place">Where the query stands.</param>
/// <param name="IsRemoval">Whether what is picked goes; then there is nothing else to do.</param>
/// <param name="Update">What is merged into what is picked.</param>
/// <param name="Copy">The query of what is merged into it instead.</param>
internal sealed record OverlayAction(JsonPath Target, SpecNode Place, bool IsRemoval, SpecNode? Update, (JsonPath Path, SpecNode Place)? Copy);

/// <summary>Reads an overlay (OpenAPI Overlay 1.0 and 1.1).</summary>
internal static class OverlayDocument
{
    private const string Form = "an overlay has 'overlay: 1.0.0', 'info' and an array 'actions', each with a 'target'";

    /// <summary>The overlay's actions in their order; those that are wrong are told and left out.</summary>
    public static IReadOnlyList<OverlayAction> Read(SpecFileTree file, string document, List<DiagnosticInfo> diagnostics)
    {
        // A text that is not YAML or JSON has been told about already.
        if (file.Root is null && file.Diagnostics.Count > 0)
            return [];
        if (file.Root is not SpecMap root)
            return Wrong(file.Root?.Place ?? SourcePlace.StartOf(file.Path), file.Root is null ? "the file is empty" : $"the root is {file.Root.Describe()}");
        if (root["overlay"] is not SpecScalar version)
            return Wrong(SourcePlace.StartOf(file.Path), "the key 'overlay' with the version is missing");
        if (!IsSupported(version.Text))
            return Wrong(version.Place, $"the version '{version.Text}' is not 1.0 or 1.1");
        if (root["actions"] is not SpecList { Items.Count: > 0 } actions)
            return Wrong(root["actions"]?.Place ?? root.Place, "the array 'actions' is missing");

        CheckExtends(root["extends"], document, diagnostics);
        List<OverlayAction> read = [];
        foreach (var item in actions.Items)
        {
            if (Action(item, diagnostics) is { } action)
                read.Add(action);
        }
        return read;

        OverlayAction[] Wrong(SourcePlace place, string why)
        {
            diagnostics.Add(new DiagnosticInfo(SpecRules.InvalidOverlay, place, why, Form));
            return [];
        }
    }

    // An unquoted 1.0 is a number to YAML.
    private static bool IsSupported(string version) => version.Split('.') is ["1", "0" or "1", ..];

    private static void CheckExtends(SpecNode? extends, string document, List<DiagnosticInfo> diagnostics)
    {
        if (extends?.AsText() is not { Length: > 0 } text || FileReference.Parse(text) is not { IsAddress: false } reference)
            return;
        if (reference.TargetFrom(SpecPath.Normalize(extends.Span.File)) != SpecPath.Normalize(document))
            diagnostics.Add(new DiagnosticInfo(SpecRules.OverlayOfOtherDocument, extends.Place, text, SpecPath.NameOf(document)));
    }

    private static OverlayAction? Action(SpecNode item, List<DiagnosticInfo> diagnostics)
    {
        if (item is not SpecMap action)
            return Tell(SpecRules.InvalidOverlay, item.Place, $"an action must be an object, but is {item.Describe()}", Form);
        if (action["target"] is not { } target || target.AsText() is not { } path)
            return Tell(SpecRules.InvalidOverlay, (action["target"] ?? action).Place, "the action has no 'target', or it is not a string", Form);
        if (JsonPathParser.Parse(path, out var problem) is not { } query)
            return Tell(SpecRules.InvalidJsonPath, target.Place, path, problem);

        if (action["remove"] is SpecScalar { Kind: ScalarKind.Boolean, Text: "true" })
            return new(query, target, IsRemoval: true, null, null);
        if (action["copy"] is { } copy)
        {
            return JsonPathParser.Parse(copy.AsText() ?? "", out var wrong) is { } from
                ? new(query, target, IsRemoval: false, null, (from, copy))
                : Tell(SpecRules.InvalidJsonPath, copy.Place, copy.AsText() ?? "", wrong);
        }
        return action["update"] is { } update
            ? new(query, target, IsRemoval: false, update, null)
            : Tell(SpecRules.InvalidOverlay, action.Place, "the action has neither 'update' nor 'remove: true'", Form);

        OverlayAction? Tell(DiagnosticRule rule, SourcePlace place, params string[] arguments)
        {
            diagnostics.Add(new DiagnosticInfo(rule, place, arguments));
            return null;
        }
    }
}
