using System.Text.Json;
using System.Text.RegularExpressions;
using Kiln.Generator.Diagnostics;
using Kiln.Tool.Observing.Traffic;

namespace Kiln.Tool.Observing;

/// <summary>Shows values of traffic, but not what looks like a secret.</summary>
internal static partial class SecretMask
{
    private const int MostCharacters = 60;
    private const string Masked = "***";

    /// <summary>A value in one line, short; of an object or an array only what it is.</summary>
    /// <param name="name">The name of the property, parameter or header; <see langword="null"/> for none.</param>
    /// <param name="value">The value.</param>
    public static string Show(string? name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String when ((JsonElement?)value).Text() is not { } text || IsSecret(name, text) => $"\"{Masked}\"",
        JsonValueKind.String => $"\"{Shorten(OneLine.Of(((JsonElement?)value).Text()!))}\"",
        JsonValueKind.Number when name is not null && SecretName().IsMatch(name) => Masked,
        _ => Shorten(value.GetRawText()),
    };

    /// <summary>Whether a text is probably a secret, by its name or by what it looks like.</summary>
    public static bool IsSecret(string? name, string text) =>
        text.Length > 0 && ((name is not null && SecretName().IsMatch(name)) || SecretText().IsMatch(text) || IsRandom(text));

    // What is encoded has digits and letters of both cases, and no spaces; a hash in hexadecimal digits is as long as a key.
    private static bool IsRandom(string text) => text.Length >= 32 && Encoded().IsMatch(text) && text.Any(char.IsAsciiDigit) && text.Any(char.IsAsciiLetter)
        && (text.Length >= 40 || text.Any(char.IsAsciiLetterUpper) || !text.Contains('-', StringComparison.Ordinal));

    private static string Shorten(string text) => text.Length <= MostCharacters ? text : string.Concat(text.AsSpan(0, MostCharacters - 1), "…");

    [GeneratedRegex("token|secret|passw|pwd|authori[sz]ation|cookie|credential|signature|session|private|bearer|(api|access|auth|client|encryption|account|subscription|shared)[-_ ]?key|^key$|^sig$|jwt|otp|^pin$|ssn|cvv",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SecretName();

    [GeneratedRegex(@"^(Bearer|Basic|Digest|Token)\s|eyJ[A-Za-z0-9_-]{8,}\.|-----BEGIN|^(AKIA|ASIA|ghp_|gho_|ghs_|github_pat_|xox[abps]-|sk-|sk_|pk_|rk_|glpat-|AIza)|://[^/@\s]*:[^/@\s]*@", RegexOptions.CultureInvariant)]
    private static partial Regex SecretText();

    [GeneratedRegex(@"^[A-Za-z0-9+/_\-]+={0,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Encoded();
}
