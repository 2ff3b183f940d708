namespace Kiln.Package.Tests.Support;

/// <summary>A folder outside the repository with a stranger's projects in it.</summary>
internal sealed class Workspace
{
    /// <summary>What a project sets that wants to hear of everything.</summary>
    public const string Strict = """
        <Nullable>enable</Nullable>
        <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
        <GenerateDocumentationFile>true</GenerateDocumentationFile>
        <IsAotCompatible>true</IsAotCompatible>
        <LangVersion>12</LangVersion>
        """;

    private readonly PackedFeed feed;
    private readonly string folder;
    private readonly List<string> projects = [];

    public Workspace(PackedFeed feed, string name)
    {
        this.feed = feed;
        folder = feed.Folder(name);
        feed.WriteConfiguration(folder);
    }

    public string PathOf(string path) => Path.Combine(folder, path);

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        File.WriteAllText(PathOf(path), text);
    }

    public string Read(string path) => File.ReadAllText(PathOf(path));

    /// <summary>A project in a folder of its name. <paramref name="items"/> may speak of the packages' version as the README does.</summary>
    public void AddProject(string name, string properties, string items)
    {
        projects.Add(name);
        Write($"{name}/{name}.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
            {properties}
              </PropertyGroup>
            {items.Replace("Version=\"0.1.0\"", $"Version=\"{feed.Version}\"", StringComparison.Ordinal)}
            </Project>
            """);
    }

    /// <summary>Builds all projects.</summary>
    public Task<DotnetRun> BuildAsync()
    {
        Write("All.slnx", $"<Solution>\n{string.Concat(projects.Select(p => $"  <Project Path=\"{p}/{p}.csproj\" />\n"))}</Solution>\n");
        return RunAsync("build", "All.slnx", "--nologo");
    }

    public Task<DotnetRun> RunAsync(params string[] args) => Dotnet.RunAsync(folder, feed.Environment, args);
}
