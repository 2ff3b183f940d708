using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Reading;

/// <summary>Reads a text, which is JSON or YAML, to a tree.</summary>
internal static class SpecTreeReader
{
    private const char ByteOrderMark = '\uFEFF';

    /// <summary>The tree; <see langword="null"/> if the text is empty, or, with a diagnostic, if it is neither JSON nor YAML.</summary>
    public static SpecNode? Read(SpecText text, List<DiagnosticInfo> diagnostics, CancellationToken cancellationToken)
    {
        if (text.Text.Length > 0 && text.Text[0] == ByteOrderMark)
            text = text with { Text = text.Text.Substring(1) };
        if (!StartsLikeJson(text.Text))
            return YamlTreeReader.Read(text, diagnostics, cancellationToken);

        List<DiagnosticInfo> jsonDiagnostics = [];
        var root = JsonTreeReader.Read(text, jsonDiagnostics, cancellationToken);
        if (jsonDiagnostics.Any(d => d.Rule == SpecRules.InvalidJson) && HasYamlExtension(text.Path))
            // YAML may begin with a brace too, as in "{openapi: 3.1.0}".
            return YamlTreeReader.Read(text, diagnostics, cancellationToken);

        diagnostics.AddRange(jsonDiagnostics);
        return root;
    }

    private static bool HasYamlExtension(string path) =>
        path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);

    private static bool StartsLikeJson(string text) => text.FirstOrDefault(c => c is not (' ' or '\t' or '\r' or '\n')) is '{' or '[';
}
