using Kiln.Generator.Specs.Files;
using Kiln.Generator.Specs.Tree;
using Kiln.Tool.Documents;

namespace Kiln.Tool.Comparing;

/// <summary>Finds the OpenAPI document among the files of a folder.</summary>
internal static class FolderDocument
{
    // A folder of examples or of data is not searched to its end.
    private const int MostFiles = 1000;
    private const int MostNamed = 5;

    private static readonly string[] RootKeys = ["openapi", "swagger"];

    /// <summary>The name of the document: the one that is called <c>openapi</c>, else the only one.</summary>
    /// <param name="folder">What a person typed.</param>
    /// <param name="names">The names of the files in the folder.</param>
    /// <param name="read">Reads one of them.</param>
    /// <param name="cancellationToken">A token to cancel the search.</param>
    public static string Choose(string folder, IEnumerable<string> names, Func<string, SpecText> read, CancellationToken cancellationToken)
    {
        var files = names.Where(n => SpecFiles.HasExtension(n)).Order(StringComparer.Ordinal).ToList();
        var documents = files.Where(n => Path.GetFileNameWithoutExtension(n).Equals("openapi", StringComparison.OrdinalIgnoreCase)).ToList();
        if (documents.Count == 0 && files.Count <= MostFiles)
            documents = [.. files.Where(n => IsDocument(read(n), cancellationToken))];
        return documents switch
        {
            [var document] => document,
            [] when files.Count > MostFiles => throw new KilnFailure(ExitCodes.Usage, $"{folder} has more than {MostFiles} files and none called openapi.yaml or openapi.json: name the document itself."),
            [] => throw new KilnFailure(ExitCodes.Usage, $"{folder} contains no OpenAPI document: no file openapi.yaml or openapi.json, and no other YAML or JSON file with the key 'openapi' or 'swagger'."),
            _ => throw new KilnFailure(ExitCodes.Usage, $"{folder} contains several OpenAPI documents ({List(documents)}): name one of them."),
        };
    }

    private static string List(List<string> names) => string.Join(", ", names.Take(MostNamed)) + (names.Count > MostNamed ? $" and {names.Count - MostNamed} more" : "");

    // Only what may be one is parsed: beside a document there are often hundreds of schemas.
    private static bool IsDocument(SpecText text, CancellationToken cancellationToken) =>
        RootKeys.Any(k => text.Text.Contains(k, StringComparison.Ordinal))
        && SpecFileTree.Parse(text, cancellationToken).Root is SpecMap root
        && RootKeys.Any(k => root[k] is not null);
}
