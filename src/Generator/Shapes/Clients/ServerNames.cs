using System.Text.RegularExpressions;
using Kiln.Generator.Api.Model;
using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Clients;

/// <summary>Names servers: each by the name that the document gives it, else by a short description, else by its host or path.</summary>
internal static class ServerNames
{
    private const int MaxWords = 5;

    private static readonly Regex Article = new("^(a|an|the) ", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    private static readonly Regex Variable = new(@"\{[^{}]*\}", RegexOptions.CultureInvariant);
    private static readonly Regex SchemeAndPort = new(@"^[a-z]*://|:[0-9]*(?=/|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>The name wanted for a server.</summary>
    /// <param name="server">The server.</param>
    /// <param name="isOnly">Whether there is no other.</param>
    public static WantedName Of(Server server, bool isOnly) =>
        WantedName.Of(server.Title ?? Short(server.Description) ?? (isOnly ? "Default" : Address(server.Template)), server.NameOverride);

    // Of a sentence without its article and full stop: "A SentinelOne management console."
    private static string? Short(string? description)
    {
        if (description is null)
            return null;
        var words = Article.Replace(description.TrimEnd('.'), "");
        return words.IndexOfAny(['\n', ':', '/', '`', '<', '.', '{']) < 0 && words.Split([' '], StringSplitOptions.RemoveEmptyEntries).Length is > 0 and <= MaxWords ? words : null;
    }

    // The host alone, unless it is missing or all of it is variables.
    private static string Address(string template)
    {
        var fixedPart = SchemeAndPort.Replace(Variable.Replace(template, ""), "");
        var host = fixedPart.Split('/')[0];
        var words = host.Any(Identifiers.IsPart) ? host : fixedPart;
        return words.Any(Identifiers.IsPart) ? words : "Root";
    }
}
