using System.IO.Compression;
using Kiln.Generator.Specs.Files;
using Kiln.Generator.Specs.Tree;
using Kiln.Tool.Documents;
using Kiln.Tool.Files;
using Kiln.Tool.Packages;

namespace Kiln.Tool.Comparing;

/// <summary>The document that <c>kiln build</c> put into a package.</summary>
/// <param name="Console">What the path is relative to.</param>
/// <param name="Package">The package's path, as a person typed it.</param>
internal sealed record PackageDocument(KilnConsole Console, string Package) : DocumentFiles(Package)
{
    public const string Extension = ".nupkg";

    public override IEnumerable<string> Paths => [Package];

    /// <summary>The document. It is whole: other files were joined to it, and overlays applied, when the package was built; applied again they could add an item of a list twice.</summary>
    public override SpecSource Load(InputChoices choices, CancellationToken cancellationToken) =>
        SpecSource.Load(Read(cancellationToken), _ => null, [], choices.Filter, cancellationToken) with { InfersPaging = choices.InfersPaging };

    public override string? TextOf(string path)
    {
        try
        {
            return Read(CancellationToken.None) is var text && text.Path == path ? text.Text : null;
        }
        catch (KilnFailure)
        {
            return null;
        }
    }

    public override NamedText? Beside(string name) => null;

    private SpecText Read(CancellationToken cancellationToken) => Disk.Try($"cannot read {Package}", () =>
    {
        try
        {
            using var package = ZipFile.OpenRead(Console.Resolve(Package));
            var entries = package.Entries.Where(e => JoinedDocument.IsPathOfOne(e.FullName)).ToList();
            if (entries is not [var entry])
            {
                throw new KilnFailure(ExitCodes.DocumentWrong, entries.Count == 0
                    ? $"{Package} contains no OpenAPI document in {JoinedDocument.Folder}: it was built with --no-document or by a version of kiln that did not add it. Build it again from its document with this version, or compare the document itself."
                    : $"{Package} contains several documents in {JoinedDocument.Folder}, but kiln build adds one.");
            }

            var path = $"{Package}/{entry.FullName}";
            using var content = entry.Open();
            return SpecFile.Of(path, SpecFile.ReadBytes(content, path, SpecFile.MaxBytes, cancellationToken));
        }
        catch (InvalidDataException damaged)
        {
            throw new KilnFailure(ExitCodes.DocumentWrong, $"cannot read {Package}: it is not a package, or is damaged: {damaged.Message}");
        }
    });
}
