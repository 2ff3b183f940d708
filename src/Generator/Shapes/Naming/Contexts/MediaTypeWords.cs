namespace Kiln.Generator.Shapes.Naming;

/// <summary>The words of a media type.</summary>
internal static class MediaTypeWords
{
    private const string Application = "application/";

    /// <summary>The words of a media type, without the type that most of them are of. The signs between them say nothing.</summary>
    /// <example><c>yaml</c> of <c>application/yaml</c>, <c>image/png</c>, <c>vnd.pets-stream-watch</c> of <c>application/vnd.pets;stream=watch</c>.</example>
    public static string Of(string mediaType)
    {
        var words = mediaType.StartsWith(Application, StringComparison.Ordinal) ? mediaType.Substring(Application.Length) : mediaType;
        return words.Replace('+', '-').Replace(';', '-').Replace('=', '-');
    }
}
