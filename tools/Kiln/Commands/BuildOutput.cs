using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Kiln.Tool.Compilation;
using Kiln.Tool.Files;
using Kiln.Tool.Packages;
using NuGet.Packaging;
using NuGet.Versioning;

namespace Kiln.Tool.Commands;

/// <summary>The options of <c>kiln build</c> that say what the assembly or the package is to be.</summary>
internal sealed class BuildOutput
{
    private const string AssemblyExtension = ".dll";
    private const string PackageExtension = ".nupkg";

    private static readonly Regex NamedVersion = new(@"^(.+?)\.([0-9]+\.[0-9]+\.[0-9]+(?:[.-].*)?)$", RegexOptions.CultureInvariant);

    private readonly Option<string> output = new("--output", "-o")
    {
        Description = "The assembly (.dll) or package (.nupkg) to build. Missing directories are created; an existing file is replaced.",
        HelpName = "X.dll|X.nupkg",
        Required = true,
    };

    private readonly Option<string> framework = new("--framework", "-f")
    {
        Description = "The target framework: net8.0, which .NET 8 and later can use, or net10.0.",
        HelpName = "F",
        DefaultValueFactory = _ => TargetFramework.All[0].Name,
    };

    private readonly Option<string> version = new("--version")
    {
        Description = "The version of the assembly and the package. Default: from the file name of the .nupkg, otherwise 1.0.0.",
        HelpName = "V",
    };

    private readonly Option<string> id = new("--package-id") { Description = "The package id. Default: the file name of the .nupkg, without its version.", HelpName = "ID" };

    private readonly Option<string> authors = new("--authors") { Description = "The package's authors. Default: its id.", HelpName = "NAMES" };

    private readonly Option<string> description = new("--description") { Description = "The package description. Default: derived from the document's title.", HelpName = "TEXT" };

    private readonly Option<bool> withDependencies = new("--with-dependencies")
    {
        Description = "Copy the assemblies that the SDK needs at run time beside it. For a .dll; a package has them as dependencies.",
    };

    private readonly Option<bool> noDocument = new("--no-document") { Description = "Do not add the document to the package, for kiln diff." };

    public BuildOutput()
    {
        output.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var path }] && Problem(path) is { } problem)
                result.AddError(problem);
        });
        framework.AcceptOnlyFromAmong([.. TargetFramework.All.Select(f => f.Name)]);
        version.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var value }] && !IsVersion(value, out _))
                result.AddError($"'{value}' is not a version such as 1.2.0 or 1.2.0-beta.1, with numbers up to 65534.");
        });
        id.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var value }] && !IsId(value))
                result.AddError($"'{value}' is not a valid package id: use letters, digits and underscores, separated by single dots or hyphens.");
        });
    }

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { output, framework, version, withDependencies, id, authors, description, noDocument })
            command.Add(option);
        command.Validators.Add(result =>
        {
            var path = result.GetResult(output) is { Tokens: [{ Value: var value }] } ? value : "";
            if (!Is(path, AssemblyExtension))
            {
                if (result.GetResult(withDependencies) is { Implicit: false })
                    result.AddError($"{withDependencies.Name} is for a {AssemblyExtension}.");
                return;
            }
            foreach (var option in new Option[] { id, authors, description, noDocument }.Where(o => result.GetResult(o) is { Implicit: false }))
                result.AddError($"{option.Name} is for a {PackageExtension}, and {path} is an assembly.");
        });
    }

    /// <summary>What the person asks for, which the paths of their files bound as well.</summary>
    public BuildTarget Read(ParseResult parsed, KilnConsole console, bool hasDependencyInjection)
    {
        var path = parsed.GetRequiredValue(output);
        var target = TargetFramework.All.Single(f => f.Name == parsed.GetRequiredValue(framework)) with { HasDependencyInjection = hasDependencyInjection };
        var name = Path.GetFileNameWithoutExtension(path);
        var number = parsed.GetValue(version) is { } given ? NuGetVersion.Parse(given) : new NuGetVersion(1, 0, 0);
        var isPackage = Is(path, PackageExtension);
        if (isPackage)
        {
            // `dotnet pack` names files so, and a folder is a source of packages for no others.
            if (NamedVersion.Match(name) is { Success: true } named && IsVersion(named.Groups[2].Value, out var inName) && (parsed.GetValue(version) is null || inName == number))
                (name, number) = (named.Groups[1].Value, inName);
            name = parsed.GetValue(id) ?? name;
            if (!IsId(name))
                throw new KilnFailure(ExitCodes.Usage, $"'{name}' is not a valid package id; set one with --package-id.");
        }
        // The compiler would find two assemblies of one name.
        if (target.HasReference(name))
            throw new KilnFailure(ExitCodes.Usage, $"cannot build an assembly with the name {name}: the SDK itself references an assembly with this name. Use another file name.");

        return new BuildTarget(
            path, console.Resolve(path), isPackage, target, number, name,
            Text(parsed.GetValue(authors)) ?? name, Text(parsed.GetValue(description)))
        {
            Libraries = parsed.GetValue(withDependencies) ? target.Libraries() : [],
            HasDocument = isPackage && !parsed.GetValue(noDocument),
        };
    }

    private static string? Problem(string path)
    {
        if (path.Length == 0)
            return "--output is empty.";
        if (!Is(path, AssemblyExtension) && !Is(path, PackageExtension))
            return $"'{path}' is neither an assembly ({AssemblyExtension}) nor a package ({PackageExtension}).";
        var name = Path.GetFileNameWithoutExtension(path);
        return name.Trim().Length == 0 || name != name.Trim() || !HintNames.IsPlain(name)
            ? $"'{path}' is not the name of an assembly or a package."
            : null;
    }

    private static bool Is(string path, string extension) => Path.GetExtension(path).Equals(extension, StringComparison.OrdinalIgnoreCase);

    private static bool IsId(string text) => text.Length <= PackageIdValidator.MaxPackageIdLength && PackageIdValidator.IsValidPackageId(text);

    // Of an assembly's version no part is above 65534.
    private static bool IsVersion(string text, [NotNullWhen(true)] out NuGetVersion? version) =>
        NuGetVersion.TryParse(text, out version) && new[] { version.Major, version.Minor, version.Patch, version.Revision }.Max() < ushort.MaxValue;

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : XmlText.OneLine(text);
}

/// <summary>What <c>kiln build</c> is to make.</summary>
/// <param name="Path">As it was typed.</param>
/// <param name="FullPath">As the file system knows it.</param>
/// <param name="Name">The assembly's, and the package's id.</param>
/// <param name="Description">The package's; <see langword="null"/> for one that is made from the document's title.</param>
internal sealed record BuildTarget(
    string Path, string FullPath, bool IsPackage, TargetFramework Framework, NuGetVersion Version, string Name, string Authors, string? Description)
{
    /// <summary>The assemblies to copy beside the SDK.</summary>
    public IReadOnlyList<string> Libraries { get; init; } = [];

    /// <summary>Whether the package contains the document.</summary>
    public bool HasDocument { get; init; }

    public SdkAssembly Assembly(string title) => new(
        Name, Version.ToNormalizedString(), new Version(Version.Major, Version.Minor, Version.Patch, Version.Revision), Framework, XmlText.OneLine(title));

    public SdkPackage Package(string title) => new(
        Name, Version, Authors,
        Description ?? $"A client of {(string.IsNullOrWhiteSpace(title) ? Name : XmlText.OneLine(title))}, generated by Kiln from its OpenAPI document.");

    /// <summary>The package that an SDK needs, which brings all else: it comes with kiln and is of its version.</summary>
    public string RequiredPackage => SdkPackage.RequiredFor(Framework);

    /// <summary>The only name by which a folder of packages offers this one; pushed to a server, it may have any.</summary>
    public string PackageName => $"{Name}.{Version.ToNormalizedString()}.nupkg";

    /// <summary>The files that a build makes.</summary>
    public IReadOnlyList<string> Files => IsPackage ? [FullPath] : [FullPath, DocumentationPath, .. Libraries.Select(Beside)];

    /// <summary>Where a file lies when it is copied beside the SDK.</summary>
    public string Beside(string library) => System.IO.Path.Combine(System.IO.Path.GetDirectoryName(FullPath)!, System.IO.Path.GetFileName(library));

    public string DocumentationPath => System.IO.Path.ChangeExtension(FullPath, ".xml");
}
