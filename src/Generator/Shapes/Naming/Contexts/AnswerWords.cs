using System.Text.RegularExpressions;
using Kiln.Generator.Api.Model;

namespace Kiln.Generator.Shapes.Naming;

/// <summary>What the methods of an operation's further answers are called after.</summary>
internal static class AnswerWords
{
    private static readonly Regex Version = new(@"^v?[0-9]+([.-][0-9]+)*$", RegexOptions.CultureInvariant);

    /// <summary>The words that would do, the best first.</summary>
    /// <example><c>Star</c> of <c>application/vnd.github.v3.star+json</c>, else <c>V3Star</c>, <c>GithubV3Star</c> and <c>VndGithubV3Star</c>; <c>Text</c> of <c>text/plain</c>.</example>
    public static IEnumerable<string> Of(Answer answer)
    {
        if (answer.Cases[0].Content.Kind == BodyKind.Text)
            yield return "Text";
        var key = MediaTypes.KeyOf(answer.Accepted[0]);
        var name = MediaTypes.NameOf(key);
        var parameters = key.Substring(Math.Min(key.Length, name.Length));
        var subtype = name.Substring(name.IndexOf('/') + 1);
        var suffix = subtype.LastIndexOf('+');
        var words = (suffix > 0 ? subtype.Substring(0, suffix) : subtype).Split(['.'], StringSplitOptions.RemoveEmptyEntries).ToList();
        // Other parameters are all that distinguishes it from JSON without any.
        if (parameters.Length > 0 && name is "application/json" or "text/json")
            yield return Identifiers.Pascal(MediaTypeWords.Of(parameters));
        for (var start = words.FindLastIndex(w => !Version.IsMatch(w)); start >= 0; start--)
            yield return Identifiers.Pascal(string.Join(".", words.Skip(start)));
        yield return Identifiers.Pascal(MediaTypeWords.Of(key));
    }
}
