using System.Text;
using System.Text.RegularExpressions;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Tool.Observing.Matching;

/// <summary>A server of the document, which the URLs of requests are compared with. The scheme does not count: a proxy may have recorded another.</summary>
internal sealed partial class ServerPattern
{
    private readonly Regex? authority;
    private readonly Regex path;

    private ServerPattern(Regex? authority, Regex path) => (this.authority, this.path) = (authority, path);

    /// <summary>Any host, without a base path: what a document without servers has.</summary>
    public static ServerPattern Any { get; } = new(null, Compile("", null));

    /// <param name="server">The server.</param>
    /// <param name="anyHost">Whether any host is one of it.</param>
    public static ServerPattern Of(PointedNode server, bool anyHost)
    {
        var url = server["url"].AsText() ?? "";
        // A URL that begins with a variable may have the scheme in it.
        var afterScheme = Scheme().Match(url) is { Success: true } scheme ? url[scheme.Length..] : url.StartsWith("//", StringComparison.Ordinal) ? url[2..] : null;
        if (afterScheme is null && url.StartsWith('{'))
            afterScheme = url;
        if (afterScheme is null)
            return new(null, Compile(url == "." ? "" : url.TrimStart('.'), server));

        var slash = afterScheme.IndexOf('/', StringComparison.Ordinal);
        var host = slash < 0 ? afterScheme : afterScheme[..slash];
        var isAny = anyHost || (host == url && !Default(server, host).Contains('.', StringComparison.Ordinal));
        return new(isAny ? null : Compile(host, server, isWhole: true), Compile(slash < 0 ? "" : afterScheme[slash..], server));
    }

    /// <summary>What follows the base path in a URL, which begins with a slash; <see langword="null"/> if the URL is not one of this server.</summary>
    public string? RestOf(Uri url)
    {
        if (authority is not null && !authority.IsMatch(url.IsDefaultPort ? url.Host : url.Authority))
            return null;
        var sent = url.AbsolutePath;
        return path.Match(sent) is { Success: true, Length: var length } && (length == sent.Length || sent[length] == '/') ? sent[length..] : null;
    }

    private static string Default(PointedNode server, string text) =>
        Variable().Replace(text, match => ((server["variables"] as SpecMap)?[match.Groups[1].Value] as SpecMap)?["default"].AsText() ?? "");

    private static Regex Compile(string template, PointedNode? server, bool isWhole = false)
    {
        var pattern = new StringBuilder("^");
        if (!isWhole && template.Length > 0 && template[0] is not ('/' or '{'))
            pattern.Append('/');
        var at = 0;
        foreach (Match variable in Variable().Matches(template.TrimEnd('/')))
        {
            pattern.Append(Regex.Escape(template[at..variable.Index]));
            var hasSlash = server is { } node && Default(node, variable.Value).Contains('/', StringComparison.Ordinal);
            pattern.Append(hasSlash ? "/?.*?" : isWhole ? ".+" : "[^/]*");
            at = variable.Index + variable.Length;
        }
        pattern.Append(Regex.Escape(template.TrimEnd('/')[at..]));
        // Default ports are left out in what is compared.
        var text = isWhole ? DefaultPort().Replace(pattern.ToString(), "") + "$" : pattern.ToString();
        return new(text, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
    }

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Variable();

    [GeneratedRegex(@"^(?:[A-Za-z][A-Za-z0-9+.\-]*|\{[^{}]*\})://")]
    private static partial Regex Scheme();

    [GeneratedRegex(@":(?:80|443)$")]
    private static partial Regex DefaultPort();
}
