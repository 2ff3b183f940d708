using System.Runtime.Versioning;
using Kiln.Tool.Compilation;
using NuGet.Frameworks;
using NuGet.Packaging;
using NuGet.Packaging.Core;
using NuGet.Versioning;

namespace Kiln.Tool.Packages;

/// <summary>A NuGet package with an SDK in it.</summary>
internal sealed record SdkPackage(string Id, NuGetVersion Version, string Authors, string Description)
{
    private const string ReadmeName = "README.md";

    /// <summary>The package's bytes: the same for the same SDK and document.</summary>
    public byte[] Pack(SdkAssembly assembly, CompiledSdk sdk, JoinedDocument? document)
    {
        var framework = NuGetFramework.ParseFolder(assembly.Framework.Name);
        var builder = new PackageBuilder(deterministic: true)
        {
            // The first that a zip file can hold; the time of the build would make each package another.
            DeterministicTimestamp = "1980-01-01T00:00:00Z",
            Id = Id,
            Version = Version,
            Description = Description,
            Readme = ReadmeName,
            DependencyGroups =
            {
                new PackageDependencyGroup(framework, [new PackageDependency(RequiredFor(assembly.Framework), new VersionRange(RuntimeVersion))]),
            },
        };
        builder.Authors.Add(Authors);
        Add(builder, $"lib/{assembly.Framework.Name}/{assembly.Name}.dll", sdk.Assembly);
        Add(builder, $"lib/{assembly.Framework.Name}/{assembly.Name}.xml", sdk.Documentation);
        Add(builder, ReadmeName, System.Text.Encoding.UTF8.GetBytes(SdkReadme.Of(this, assembly, sdk)));
        if (document is not null)
            Add(builder, document.Path, System.Text.Encoding.UTF8.GetBytes(document.Text));

        using var package = new MemoryStream();
        builder.Save(package);
        return package.ToArray();
    }

    /// <summary>The package that an SDK needs. It brings what the SDK uses too: Kiota, and the runtime.</summary>
    public static string RequiredFor(TargetFramework framework) => framework.HasDependencyInjection ? "Kiln.DependencyInjection" : "Kiln.Runtime";

    // The runtime comes with kiln and is of its version: what was compiled against is what is asked for.
    private static NuGetVersion RuntimeVersion => NuGetVersion.Parse(KilnVersion.Text);

    private static void Add(PackageBuilder builder, string path, byte[] bytes) =>
        builder.Files.Add(new Content(path, bytes));

    // NuGet's own file in memory can be read once, and packing reads twice.
    private sealed class Content(string path, byte[] bytes) : IPackageFile
    {
        public string Path => path;

        public string EffectivePath => path;

        public FrameworkName? TargetFramework => null;

        public NuGetFramework? NuGetFramework => null;

        public DateTimeOffset LastWriteTime => DateTimeOffset.UnixEpoch;

        public Stream GetStream() => new MemoryStream(bytes, writable: false);
    }
}
