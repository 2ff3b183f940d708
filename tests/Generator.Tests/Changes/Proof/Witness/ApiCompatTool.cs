using System.Diagnostics;
using Kiln.Generator.Tests.Driving;

namespace Kiln.Generator.Tests.Changes.Proof.Witness;

/// <summary>Microsoft's tool that compares the public API of two assemblies. It is installed once beside the checkout's other artifacts.</summary>
internal static class ApiCompatTool
{
    private const string Version = "10.0.403";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private static string Folder => Checkout.PathOf("artifacts", "apicompat", Version);

    private static string Executable => Path.Combine(Folder, OperatingSystem.IsWindows() ? "apicompat.exe" : "apicompat");

    /// <summary>Installs the tool where it is not there; <see langword="false"/> if it cannot be had.</summary>
    public static async Task<bool> TryInstall(CancellationToken cancellationToken)
    {
        if (!File.Exists(Executable))
            await Run("dotnet", ["tool", "install", "Microsoft.DotNet.ApiCompat.Tool", "--version", Version, "--tool-path", Folder], cancellationToken);
        return File.Exists(Executable);
    }

    /// <summary>The lines that it writes about two assemblies.</summary>
    public static async Task<IReadOnlyList<string>> Compare(byte[] old, byte[] current, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("kiln-apicompat");
        try
        {
            var (left, right) = (Path.Combine(folder.CreateSubdirectory("old").FullName, "Sdk.dll"), Path.Combine(folder.CreateSubdirectory("new").FullName, "Sdk.dll"));
            await File.WriteAllBytesAsync(left, old, cancellationToken);
            await File.WriteAllBytesAsync(right, current, cancellationToken);
            var references = string.Join(",", SdkCompilation.ReferencePaths.Select(p => Path.GetDirectoryName(p)!).Distinct());
            return await Run(Executable, ["-l", left, "-r", right, "--lref", references, "--rref", references], cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<IReadOnlyList<string>> Run(string program, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
            await process.WaitForExitAsync(limit.Token);
            return [.. $"{await output}\n{await errors}".Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
