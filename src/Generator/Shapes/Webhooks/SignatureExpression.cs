using Kiln.Generator.Api.Model;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Text;

namespace Kiln.Generator.Shapes.Webhooks;

/// <summary>Writes a way of signing as an expression of the runtime's type.</summary>
/// <example><c>WebhookSignature.Stripe with { Tolerance = TimeSpan.FromSeconds(60) }</c></example>
internal static class SignatureExpression
{
    private static readonly Dictionary<string, string> Algorithms = new(StringComparer.Ordinal) { ["sha256"] = "SHA256", ["sha384"] = "SHA384", ["sha512"] = "SHA512" };

    public static string Of(WebhookSigning signing, string type, NameResolver names)
    {
        var settings = signing.Settings.Where(s => signing.Scheme is not null || s.Key != "header").Select(s => Write(s, names)).ToList();
        var block = settings.Count == 0 ? "" : $" {{ {string.Join(", ", settings)} }}";
        if (signing.Scheme is { } scheme)
            return $"{type}.{Identifiers.Pascal(scheme is "github" ? "gitHub" : scheme)}{(block.Length == 0 ? "" : " with")}{block}";
        return $"new({CSharpText.Literal(signing.Settings.First(s => s.Key == "header").Value)}){block}";
    }

    private static string Write(SigningSetting setting, NameResolver names)
    {
        switch (setting.Key)
        {
            case "separator":
                return $"Separator = {CSharpText.Literal(setting.Value)}[0]";
            case "encoding":
                return $"Encoding = {names.Write(WebhookTypes.Encoding)}.{(setting.Value == "hex" ? "Hex" : "Base64")}";
            case "algorithm":
                return $"Algorithm = {names.Write(WebhookTypes.HashAlgorithm)}.{Algorithms[setting.Value]}";
            case "keys":
                return $"HasBase64Keys = {(setting.Value == "base64" ? "true" : "false")}";
            case "tolerance":
                names.Use("System");
                return $"Tolerance = TimeSpan.FromSeconds({setting.Value})";
            default:
                return $"{Identifiers.Pascal(setting.Key)} = {CSharpText.Literal(setting.Value)}";
        }
    }
}
