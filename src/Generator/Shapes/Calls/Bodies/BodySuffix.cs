using Kiln.Generator.Api.Model;
using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Calls.Bodies;

/// <summary>What the methods of an operation's further bodies are called after.</summary>
internal static class BodySuffix
{
    /// <summary>The suffixes that would do, the best first.</summary>
    /// <example><c>Multipart</c> of <c>PostMultipartAsync</c>; <c>MergePatch</c> of <c>application/merge-patch+json</c> beside other JSON.</example>
    public static IEnumerable<string> Of(SentBody body)
    {
        if (WordOf(body.Format) is { } word)
            yield return word;
        var name = MediaTypes.NameOf(body.Content.MediaType);
        var subtype = name.Substring(name.IndexOf('/') + 1);
        var suffix = subtype.LastIndexOf('+');
        yield return Identifiers.Pascal(body.Format == RequestFormat.Json && suffix > 0 ? subtype.Substring(0, suffix) : body.Format == RequestFormat.Json ? subtype : name);
    }

    // Among several JSON bodies only their media types tell one from the other.
    private static string? WordOf(RequestFormat format) => format switch
    {
        RequestFormat.Json => null,
        RequestFormat.JsonLines => "Lines",
        RequestFormat.Stream => "Binary",
        _ => format.ToString(),
    };
}
