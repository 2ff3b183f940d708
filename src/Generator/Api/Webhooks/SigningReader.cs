using System.Globalization;
using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api.Webhooks;

/// <summary>Reads <c>x-kiln-webhook-signature</c>: the name of a scheme, or an object that describes one. One that cannot prove anything is an error in the document.</summary>
internal sealed class SigningReader(List<DiagnosticInfo> diagnostics)
{
    public const string Key = "x-kiln-webhook-signature";

    private const string SchemeKey = "scheme";

    private static readonly string[] Settings =
        ["header", "separator", "prefix", "timestampPrefix", "timestampHeader", "idHeader", "signed", "encoding", "algorithm", "keys", "keyPrefix", "tolerance"];

    private static readonly string[] Placeholders = ["{body}", "{timestamp}", "{id}"];

    // What decides whether a scheme is whole; the rest of it is the runtime's.
    private static readonly Dictionary<string, Dictionary<string, string>> Schemes = new(StringComparer.Ordinal)
    {
        ["github"] = new() { ["header"] = "X-Hub-Signature-256" },
        ["stripe"] = new() { ["header"] = "Stripe-Signature", ["separator"] = ",", ["timestampPrefix"] = "t=", ["signed"] = "{timestamp}.{body}" },
        ["slack"] = new() { ["header"] = "X-Slack-Signature", ["timestampHeader"] = "X-Slack-Request-Timestamp", ["signed"] = "v0:{timestamp}:{body}" },
        ["standard"] = new() { ["header"] = "webhook-signature", ["separator"] = " ", ["timestampHeader"] = "webhook-timestamp", ["idHeader"] = "webhook-id", ["signed"] = "{id}.{timestamp}.{body}" },
    };

    /// <summary>What an object says of the signature of the requests in it; <see langword="null"/> for nothing.</summary>
    public WebhookSigning? Read(PointedNode owner) => owner[Key] switch
    {
        null => null,
        SpecScalar { Kind: ScalarKind.String } name => Schemes.ContainsKey(name.Text) ? new(name.Text, []) : Wrong(name, UnknownScheme(name.Text)),
        SpecMap map => Read(map),
        var other => Wrong(other, "it must be the name of a scheme or an object"),
    };

    private WebhookSigning? Read(SpecMap map)
    {
        foreach (var entry in map.Entries.Where(e => e.Key != SchemeKey && !Settings.Contains(e.Key)))
            return Wrong(entry.Value, $"'{entry.Key}' is not one of its keys ({string.Join(", ", Settings.Prepend(SchemeKey).OrderBy(k => k, StringComparer.Ordinal))})");

        var settings = new List<SigningSetting>();
        foreach (var key in Settings.Where(k => map[k] is not null))
        {
            if (map[key].AsScalarText() is not { } value)
                return Wrong(map[key]!, $"'{key}' must be a string or a number");
            if (Fault(key, value) is { } fault)
                return Wrong(map[key]!, fault);
            settings.Add(new(key, value));
        }

        var scheme = map[SchemeKey].AsText();
        if (map[SchemeKey] is { } named && (scheme is null || !Schemes.ContainsKey(scheme)))
            return Wrong(named, UnknownScheme(scheme ?? named.Describe()));
        var whole = new Dictionary<string, string>(scheme is null ? [] : Schemes[scheme], StringComparer.Ordinal);
        foreach (var setting in settings)
            whole[setting.Key] = setting.Value;
        return FaultOf(whole) is { } missing ? Wrong(map, missing) : new(scheme, settings.ToEquatableArray());
    }

    private static string? Fault(string key, string value) => (key, value) switch
    {
        ("separator", { Length: not 1 }) => "'separator' must be one character",
        ("encoding", not ("hex" or "base64")) => "'encoding' must be 'hex' or 'base64'",
        ("algorithm", not ("sha256" or "sha384" or "sha512")) => "'algorithm' must be 'sha256', 'sha384' or 'sha512'",
        ("keys", not ("text" or "base64")) => "'keys' must be 'text' or 'base64'",
        ("tolerance", var seconds) when !int.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count == 0 => "'tolerance' must be a positive number of seconds",
        ("header" or "timestampHeader" or "idHeader", var name) when !IsHeader(name) => $"'{key}' must be the name of a header",
        ("signed", var template) when FaultOfTemplate(template) is { } fault => fault,
        _ => null,
    };

    // As the runtime checks a scheme where it is used.
    private static string? FaultOf(Dictionary<string, string> whole)
    {
        if (!whole.ContainsKey("header"))
            return "'header' is missing, the name of the header with the signature";
        var signed = whole.TryGetValue("signed", out var template) ? template : "{body}";
        var hasTimestamp = whole.ContainsKey("timestampHeader") || whole.ContainsKey("timestampPrefix");
        if (hasTimestamp != signed.Contains("{timestamp}"))
            return "the time must be both read ('timestampHeader' or 'timestampPrefix') and signed ('{timestamp}' in 'signed'), or neither";
        if (whole.ContainsKey("idHeader") != signed.Contains("{id}"))
            return "the identifier must be both read ('idHeader') and signed ('{id}' in 'signed'), or neither";
        if (whole.ContainsKey("timestampHeader") && whole.ContainsKey("timestampPrefix"))
            return "the time is either in a header of its own ('timestampHeader') or beside the signature ('timestampPrefix')";
        return whole.ContainsKey("timestampPrefix") && !whole.ContainsKey("separator") ? "'timestampPrefix' needs 'separator', the character between the time and the signature" : null;
    }

    private static string? FaultOfTemplate(string template)
    {
        var rest = template;
        foreach (var placeholder in Placeholders)
            rest = rest.Replace(placeholder, "");
        var bodies = template.Split(["{body}"], StringSplitOptions.None).Length - 1;
        return bodies != 1 || rest.Contains("{") ? "'signed' must have '{body}' once, and beside it only '{timestamp}', '{id}' and other text" : null;
    }

    // A token of RFC 9110, section 5.6.2.
    private static bool IsHeader(string name) => name.Length > 0 && name.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') || "!#$%&'*+-.^_`|~".IndexOf(c) >= 0);

    private static string UnknownScheme(string name) => $"'{name}' is not one of its schemes ({string.Join(", ", Schemes.Keys)}); describe another by an object";

    private WebhookSigning? Wrong(SpecNode node, string message)
    {
        diagnostics.Add(new(WebhookRules.InvalidSignature, node.Location, message));
        return null;
    }
}
