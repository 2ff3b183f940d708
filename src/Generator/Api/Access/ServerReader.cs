using System.Text.RegularExpressions;
using Kiln.Generator.Api.Annotations;
using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api.Access;

/// <summary>Reads the servers of a document, a path or an operation.</summary>
internal sealed class ServerReader(NameOverrides nameOverrides, List<DiagnosticInfo> diagnostics)
{
    private static readonly Regex Variable = new(@"\{([^{}]*)\}", RegexOptions.CultureInvariant);
    private static readonly Regex Scheme = new(@"^[A-Za-z][A-Za-z0-9+.\-]*:", RegexOptions.CultureInvariant);

    /// <summary>The servers of an object; one to whose URL no request could be sent is left out, with a diagnostic.</summary>
    /// <param name="owner">The document, path item or operation.</param>
    /// <param name="needsDefaults">Whether nobody chooses the values of variables, so that each needs a default.</param>
    public EquatableArray<Server> Read(PointedNode owner, bool needsDefaults = false) =>
        owner.Items("servers").Select(node => ReadServer(node, needsDefaults)).OfType<Server>().ToEquatableArray();

    private Server? ReadServer(PointedNode node, bool needsDefaults)
    {
        if (node["url"].AsText() is not { } template)
            return null;

        var variables = Variable.Matches(template).Cast<Match>().Select(m => m.Groups[1].Value).Distinct(StringComparer.Ordinal)
            .Select(name => ReadVariable(name, (node["variables"] as SpecMap)?[name])).ToEquatableArray();
        var filled = variables.Items.All(v => v.Default is not null) ? variables.Items.Aggregate(template, (url, v) => url.Replace($"{{{v.Name}}}", v.Default)) : null;
        // A URL that begins with a variable is one of any scheme, unless the default says more.
        var isRelative = !Scheme.IsMatch(filled ?? template) && (filled is not null || template.Length == 0 || template[0] != '{');
        if (filled is null ? needsDefaults : !IsUsable(filled, isRelative))
        {
            diagnostics.Add(new(ApiRules.UnusableServerUrl, node.LocationOf("url"), filled ?? template));
            return null;
        }
        return new(template, DocText.Of(node["name"].AsText()), DocText.Of(node["description"].AsText()), variables)
        {
            NameOverride = nameOverrides.Read(node.Node),
            Pointer = node.Pointer,
            DefaultUrl = isRelative ? filled : filled?.TrimEnd('/'),
            IsRelative = isRelative,
        };
    }

    // The default is sent where no value is chosen, so it is a value whether it is listed or not.
    private static ServerVariable ReadVariable(string name, SpecNode? node)
    {
        var map = node as SpecMap;
        var @default = map?["default"].AsText();
        var values = map?["enum"].Texts() ?? [];
        if (values.Count > 0 && @default is not null && !values.Contains(@default))
            values = [@default, .. values];
        return new(name, @default, values.Distinct(StringComparer.Ordinal).ToEquatableArray(), DocText.Of(map?["description"].AsText()));
    }

    // As the runtime checks base URLs.
    private static bool IsUsable(string url, bool isRelative)
    {
        if (url.IndexOfAny(['?', '#']) >= 0 || url.Any(char.IsWhiteSpace))
            return false;
        return isRelative
            ? Uri.TryCreate(new Uri("https://a/"), url, out var resolved) && IsHttp(resolved)
            : Uri.TryCreate(url, UriKind.Absolute, out var absolute) && IsHttp(absolute);
    }

    private static bool IsHttp(Uri url) => url.Scheme is "https" or "http" && url.UserInfo.Length == 0;
}
