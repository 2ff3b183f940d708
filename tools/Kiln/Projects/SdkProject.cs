using System.Security;
using Kiln.Tool.Files;

namespace Kiln.Tool.Projects;

/// <summary>A C# project that is to generate an SDK from a document.</summary>
internal sealed class SdkProject
{
    private const string Versions = "Directory.Packages.props";

    private readonly ProjectXml project;
    private readonly ProjectXml? versions;

    private SdkProject(ProjectXml project, ProjectXml? versions)
    {
        this.project = project;
        this.versions = versions;
    }

    public static SdkProject Load(KilnConsole console, string? path)
    {
        path ??= TheOnlyProject(console);
        if (!Path.GetExtension(path).Equals(".csproj", StringComparison.OrdinalIgnoreCase))
            throw new KilnFailure(ExitCodes.Usage, $"{path} is not a C# project (.csproj).");

        var project = ProjectXml.Load(path, Disk.Try($"cannot read {path}", () => console.Resolve(path)));
        if (!project.IsSdkStyle)
            throw new KilnFailure(ExitCodes.Usage, $"{path} does not use an SDK of .NET (<Project Sdk=\"Microsoft.NET.Sdk\">), which source generators need.");
        return new(project, CentralVersions(project.FullPath));
    }

    /// <summary>The project's file, without its folder.</summary>
    public string Name => Path.GetFileName(project.FullPath);

    /// <summary>Adds what is not there yet.</summary>
    /// <returns>The files to write, and what is new in them, as a person would say it.</returns>
    public (IReadOnlyList<OutputFile> Files, IReadOnlyList<string> Added) Add(SdkItem sdk)
    {
        var items = new List<string>();
        var central = new List<string>();
        var added = new List<string>();

        foreach (var (id, attributes) in new[] { ("Kiln.Generator", " PrivateAssets=\"all\""), ("Kiln.Runtime", "") })
        {
            if (project.Has("PackageReference", id))
                continue;
            var version = versions is null ? $" Version=\"{KilnVersion.Text}\"" : "";
            items.Add($"<PackageReference Include=\"{id}\"{version}{attributes} />");
            added.Add($"PackageReference {id} {KilnVersion.Text}");
            if (versions is not null && !versions.Has("PackageVersion", id))
                central.Add($"<PackageVersion Include=\"{id}\" Version=\"{KilnVersion.Text}\" />");
        }

        var overlays = string.Join(';', sdk.Overlays.Select(o => Escape(RelativePath(o))));
        (string Name, string Value)[] paths = [("Overlays", overlays), ("Baseline", sdk.Baseline is { } baseline ? Escape(RelativePath(baseline)) : "")];
        AddItem("OpenApiSdk", sdk.Document, [.. sdk.Metadata, .. paths.Where(p => p.Value.Length > 0)]);
        foreach (var file in sdk.Files)
            AddItem("OpenApiSdkFile", file, []);

        var files = new List<OutputFile>();
        if (central.Count > 0)
            files.Add(versions!.With(central));
        if (items.Count > 0)
            files.Add(project.With(items));
        return (files, added);

        void AddItem(string kind, string path, IReadOnlyList<(string Name, string Value)> metadata)
        {
            var include = Escape(RelativePath(path));
            if (project.Has(kind, include))
                return;
            items.Add($"<{kind} Include=\"{SecurityElement.Escape(include)}\"{string.Concat(metadata.Select(m => $" {m.Name}=\"{SecurityElement.Escape(m.Value)}\""))} />");
            added.Add($"{kind} {RelativePath(path)}");
        }
    }

    private string RelativePath(string path) => Path.GetRelativePath(Path.GetDirectoryName(project.FullPath)!, path).Replace('\\', '/');

    private static string TheOnlyProject(KilnConsole console)
    {
        var projects = Disk.Try("cannot read this directory", () => Directory.GetFiles(console.CurrentDirectory, "*.csproj"));
        return projects switch
        {
            [var only] => Path.GetFileName(only),
            [] => throw new KilnFailure(ExitCodes.Usage, "there is no C# project in this directory; name one with --project, or create one with 'dotnet new classlib'."),
            _ => throw new KilnFailure(
                ExitCodes.Usage,
                $"there are several C# projects in this directory ({string.Join(", ", projects.Select(p => Path.GetFileName(p)).Order(StringComparer.Ordinal))}); name one with --project."),
        };
    }

    // The nearest one counts, as for NuGet ("Central Package Management").
    private static ProjectXml? CentralVersions(string projectPath)
    {
        for (var folder = Path.GetDirectoryName(projectPath); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var path = Path.Combine(folder, Versions);
            if (!File.Exists(path))
                continue;
            var versions = ProjectXml.Load(path, path);
            return versions.Sets("ManagePackageVersionsCentrally", "true") ? versions : null;
        }
        return null;
    }

    // "MSBuild special characters": in an Include they would be a wildcard, a list or a property.
    private static string Escape(string include) => string.Concat(include.Select(c => c is '%' or '*' or '?' or ';' or '$' or '@' or '\'' ? $"%{(int)c:X2}" : c.ToString()));
}

/// <summary>An SDK that a project is to generate. Paths are full.</summary>
/// <param name="Document">The document.</param>
/// <param name="Files">The files that it refers to.</param>
/// <param name="Overlays">Its overlays, in order.</param>
/// <param name="Baseline">The document of the last release; <see langword="null"/> for none.</param>
/// <param name="Metadata">The other metadata of its item, in order.</param>
internal sealed record SdkItem(string Document, IReadOnlyList<string> Files, IReadOnlyList<string> Overlays, string? Baseline, IReadOnlyList<(string Name, string Value)> Metadata);
