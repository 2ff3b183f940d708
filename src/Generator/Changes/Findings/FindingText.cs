namespace Kiln.Generator.Changes.Findings;

/// <summary>A finding in a line of text.</summary>
internal static class FindingText
{
    /// <summary>What changed, with what it is about.</summary>
    /// <example><c>Pet.name: The property 'name' was removed</c></example>
    public static string Sentence(Finding finding) => finding.Subject.Length == 0 ? finding.Message : $"{finding.Subject}: {finding.Message}";

    /// <summary>What it does to C#, to follow the sentence; empty for nothing.</summary>
    /// <example><c> (Contoso.Models.Pet.Name: source-breaking, binary-breaking)</c></example>
    public static string Code(Finding finding)
    {
        var effects = string.Join(", ", EffectsOf(finding.CSharp));
        return (finding.Member, effects.Length) switch
        {
            (null, 0) => "",
            (null, _) => $" ({effects})",
            (_, 0) => $" ({finding.Member})",
            _ => $" ({finding.Member}: {effects})",
        };
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
