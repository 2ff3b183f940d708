using Kiln.Generator.Api.Model;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api.Operations;

/// <summary>Reads the beginning of the paths that the document wants to be folded into the client: <c>x-kiln-path-prefix</c> of its root.</summary>
internal static class PathPrefixReader
{
    private const string Key = "x-kiln-path-prefix";

    /// <summary>The prefix, empty for none; <see langword="null"/> if the document does not say, and, with a diagnostic, for one that no path begins with.</summary>
    public static string? Read(SpecDocument spec, IReadOnlyList<Operation> operations, List<DiagnosticInfo> diagnostics)
    {
        if (spec.Root[Key] is not { } node || node.IsNull())
            return null;
        var text = node.AsText()?.TrimEnd('/');
        if (text is { Length: 0 } || operations.Count == 0)
            return "";
        if (text is not null && text[0] == '/' && text.IndexOf('{') < 0 && operations.Any(o => o.Path.StartsWith(text, StringComparison.Ordinal) && (o.Path.Length == text.Length || o.Path[text.Length] == '/')))
            return text;

        diagnostics.Add(new(ApiRules.UnusedPathPrefix, node.Location, node.AsScalarText() ?? node.Describe()));
        return null;
    }
}
