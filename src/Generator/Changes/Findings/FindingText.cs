namespace Kiln.Generator.Changes.Findings;

/// <summary>A finding in a line of text.</summary>
internal static class FindingText
{
    /// <example><c>response property 'Pet.name' was removed; Contoso.Models.Pet.Name: source-breaking, binary-breaking</c></example>
    public static string Line(Finding finding)
    {
        var subject = finding.Subject.Length == 0 ? "" : $"{finding.Subject}: ";
        var effects = EffectsOf(finding.CSharp);
        var code = finding.Member is null && effects.Count == 0 ? ""
            : finding.Member is null ? $" ({string.Join(", ", effects)})"
            : effects.Count == 0 ? $" ({finding.Member})"
            : $" ({finding.Member}: {string.Join(", ", effects)})";
        return $"{subject}{finding.Message}{code}";
    }

    /// <summary>The effects as the published forms call them.</summary>
    public static IReadOnlyList<string> EffectsOf(CSharpEffects effects) => [.. Names.Where(n => (effects & n.Effect) != 0).Select(n => n.Name)];

    private static readonly (CSharpEffects Effect, string Name)[] Names =
    [
        (CSharpEffects.SourceBreaking, "source-breaking"),
        (CSharpEffects.BinaryBreaking, "binary-breaking"),
        (CSharpEffects.SourceWarning, "source-warning"),
        (CSharpEffects.Behaviour, "behaviour"),
    ];
}
