using Kiln.Generator.Specs.Files;
using Kiln.Tool.Documents;
using Kiln.Tool.Files;

namespace Kiln.Tool.Comparing;

/// <summary>A document that is a file, with the files below its folder.</summary>
/// <param name="Console">What the path is relative to.</param>
/// <param name="Label">What a person typed: the file, or its folder.</param>
/// <param name="Path">The file's path.</param>
internal sealed record DocumentFile(KilnConsole Console, string Label, string Path) : DocumentFiles(Label)
{
    public override IEnumerable<string> Paths => [Path];

    public override SpecSource Load(InputChoices choices, CancellationToken cancellationToken) => SpecFiles.Load(Console, Path, choices, cancellationToken);

    public override string? TextOf(string path)
    {
        try
        {
            return SpecFile.Read(Console, path, CancellationToken.None).Text;
        }
        catch (KilnFailure)
        {
            return null;
        }
    }

    public override NamedText? Beside(string name)
    {
        var path = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Path) ?? "", name);
        var full = Disk.Try($"cannot read {path}", () => Console.Resolve(path));
        return File.Exists(full) ? new(path, SpecFile.Read(Console, path, CancellationToken.None).Text) : null;
    }
}
