using System.Text.Json;
using System.Text.RegularExpressions;
using ThreatEvents.Output;

namespace ThreatEvents.Access;

/// <summary>What the body of an error answer says, in one line.</summary>
internal static partial class ErrorBody
{
    /// <summary>What a page is about stands near its top; patterns over a megabyte of tags would take their time.</summary>
    private const int HtmlToLookAt = 16 * 1024;

    /// <example><c>Validation Error (code 4000040): limit: Must be an integer between 1 and 1000.</c></example>
    public static string Summary(string body, string? contentType)
    {
        var text = OfVendor(body) ?? (IsHtml(body, contentType) ? Html(body) : body);

        return SafeText.Excerpt(text).TrimEnd('.');
    }

    /// <summary>Whether the error is about a parameter: the vendor's sentences name it.</summary>
    public static bool IsAbout(string body, string parameter) =>
        (OfVendor(body) ?? body).Contains(parameter, StringComparison.OrdinalIgnoreCase);

    public static bool IsHtml(string body, string? contentType) =>
        contentType?.Contains("html", StringComparison.OrdinalIgnoreCase) == true || body.TrimStart().StartsWith('<');

    /// <summary>The vendor's envelope, <c>{"errors":[{"code":…,"title":…,"detail":…}]}</c>, as text; null if it is another one.</summary>
    public static string? OfVendor(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            if (!JsonText.TryGetField(ShownJson.Of(document.RootElement), "errors", out var errors) || errors.ValueKind != JsonValueKind.Array)
                return null;

            var sentences = errors.EnumerateArray().Where(error => error.ValueKind == JsonValueKind.Object).Select(Sentence).Where(sentence => sentence.Length > 0);
            return string.Join("; ", sentences) is { Length: > 0 } all ? all : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Sentence(JsonElement error)
    {
        var (title, code, detail) = (Text(error, "title"), Text(error, "code"), Text(error, "detail"));
        var head = (title, code) switch
        {
            ("", "") => "",
            ("", _) => $"code {code}",
            (_, "") => title,
            _ => $"{title} (code {code})",
        };

        return (head, detail) switch
        {
            (_, "") => head,
            ("", _) => detail,
            _ => $"{head}: {detail}",
        };
    }

    private static string Text(JsonElement error, string name) => JsonText.OfField(error, name)?.Trim() ?? "";

    /// <summary>A page's title says more than its first words; without one, the text between the tags has to do.</summary>
    private static string Html(string page)
    {
        page = page.Length <= HtmlToLookAt ? page : page[..HtmlToLookAt];
        var title = Title().Match(page).Groups["title"].Value;
        var text = title.Trim().Length > 0 ? title : Tag().Replace(Unseen().Replace(page, " "), " ");

        return $"an HTML page, \"{System.Net.WebUtility.HtmlDecode(text).Trim()}\"";
    }

    [GeneratedRegex("<title[^>]*>(?<title>[^<]*)", RegexOptions.IgnoreCase)]
    private static partial Regex Title();

    [GeneratedRegex("<(script|style|head)[^>]*>.*?</\\1>", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Unseen();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
