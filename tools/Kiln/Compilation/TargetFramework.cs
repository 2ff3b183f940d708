using Microsoft.CodeAnalysis;

namespace Kiln.Tool.Compilation;

/// <summary>A version of .NET that an SDK can be built for, with what it compiles against, which comes with kiln.</summary>
/// <param name="Name">As projects name it.</param>
/// <param name="Version">As assemblies name it.</param>
internal sealed record TargetFramework(string Name, string Version, string DisplayName)
{
    /// <summary>The oldest first; it is the default, because everybody can use what is built for it.</summary>
    public static IReadOnlyList<TargetFramework> All { get; } =
    [
        new("net8.0", ".NETCoreApp,Version=v8.0", ".NET 8.0"),
        new("net10.0", ".NETCoreApp,Version=v10.0", ".NET 10.0"),
    ];

    /// <summary>Whether the SDK has methods for dependency injection, and what they are compiled against.</summary>
    public bool HasDependencyInjection { get; init; }

    private string Folder => Path.Combine(AppContext.BaseDirectory, "references", Name);

    /// <summary>The assemblies that an SDK needs beside it and that are not part of .NET: the runtime, and what that is built on.</summary>
    public IReadOnlyList<string> Libraries() =>
    [
        // What both have is newer there.
        .. (HasDependencyInjection ? Assemblies(Path.Combine(Folder, "dependency-injection")) : [])
            .Concat(Assemblies(Path.Combine(Folder, "libraries")))
            .DistinctBy(Path.GetFileName)
            .OrderBy(Path.GetFileName, StringComparer.Ordinal),
    ];

    /// <summary>Whether an SDK of this name would stand in the way of what it is built on.</summary>
    public bool HasReference(string assemblyName) =>
        Paths().Any(path => Path.GetFileNameWithoutExtension(path).Equals(assemblyName, StringComparison.OrdinalIgnoreCase));

    public IReadOnlyList<MetadataReference> References() => [.. Paths().Select(path => MetadataReference.CreateFromFile(path))];

    private IEnumerable<string> Paths() => Assemblies(Folder).Concat(Libraries());

    private static IReadOnlyList<string> Assemblies(string folder) => [.. Directory.GetFiles(folder, "*.dll").Order(StringComparer.Ordinal)];
}
