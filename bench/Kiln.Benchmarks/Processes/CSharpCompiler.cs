using System.Runtime.InteropServices;

namespace Kiln.Benchmarks.Processes;

/// <summary>
/// The compiler of the .NET SDK as a process of its own, without a build around it and without a compiler server, with what <c>kiln build</c> compiles with: C# 12,
/// nullable, optimized, all warnings, documentation, and symbols and sources inside of the assembly.
/// </summary>
/// <param name="Path">Its assembly.</param>
internal sealed record CSharpCompiler(string Path)
{
    private static readonly string[] Options =
    [
        "-noconfig", "-nologo", "-nostdlib+", "-target:library", "-langversion:12", "-nullable:enable", "-optimize+", "-deterministic+", "-warn:9999", "-nowarn:CS1701,CS1702",
        "-debug:embedded", "-embed",
    ];

    public static CSharpCompiler Find()
    {
        var root = System.IO.Path.GetFullPath(System.IO.Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        var version = MeasuredProcess.Run("dotnet", "--version").Output.Trim();
        var path = System.IO.Path.Combine(root, "sdk", version, "Roslyn", "bincore", "csc.dll");
        return File.Exists(path) ? new(path) : throw new InvalidOperationException($"There is no compiler at {path}.");
    }

    /// <summary>Compiles all files below a folder.</summary>
    /// <exception cref="InvalidOperationException">They do not compile.</exception>
    public ProcessCost Compile(string folder, string assembly)
    {
        var response = System.IO.Path.ChangeExtension(assembly, ".rsp");
        File.WriteAllLines(
            response,
            [
                .. Options,
                .. KilnTool.References().Select(r => $"-r:\"{r}\""),
                $"-out:\"{assembly}\"", $"-doc:\"{System.IO.Path.ChangeExtension(assembly, ".xml")}\"",
                .. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(f => $"\"{f}\""),
            ]);
        return MeasuredProcess.Run("dotnet", "exec", Path, "@" + response);
    }
}
