using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis;

namespace Kiln.Generator.Tests.Snapshots;

/// <summary>
/// Pins generated files, with the conventions of Verify.SourceGenerators, which cannot be restored from the registry in use: the accepted files stand
/// beside the test as <c>Test#HintName.verified.cs</c>, what differs is written as <c>.received.cs</c>. Delete this file on the day that the package can be had.
/// </summary>
/// <remarks>Unlike Verify, no <c>//HintName:</c> line is added, so that <c>kiln drift</c> can compare the same files. With the environment variable
/// <c>KILN_ACCEPT=1</c> what is received becomes what is accepted; read the difference before it is committed.</remarks>
internal static class Verifier
{
    /// <summary>Compares all generated files with the accepted ones.</summary>
    /// <param name="driver">A driver that has run.</param>
    /// <param name="test">What the files' names begin with.</param>
    /// <param name="directory">Where they stand, from the folder of the test's source.</param>
    /// <param name="sourceFile">Given by the compiler.</param>
    public static void Verify(GeneratorDriver driver, string test, string directory = "", [CallerFilePath] string sourceFile = "")
    {
        var folder = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(sourceFile)!, directory));
        var received = driver.GetRunResult().Results
            .SelectMany(r => r.GeneratedSources)
            .ToDictionary(s => FileName(test, s.HintName), s => s.SourceText.ToString(), StringComparer.Ordinal);
        var accepted = Directory.Exists(folder)
            ? Directory.GetFiles(folder, $"{test}#*.verified.cs").ToDictionary(f => Path.GetFileName(f), File.ReadAllText, StringComparer.Ordinal)
            : [];

        var problems = new List<string>();
        foreach (var (name, text) in received)
        {
            if (!accepted.TryGetValue(name, out var pinned))
                problems.Add(Received(folder, name, text, "new"));
            else if (pinned.ReplaceLineEndings("\n") != text)
                problems.Add(Received(folder, name, text, FirstDifference(pinned.ReplaceLineEndings("\n"), text)));
        }
        foreach (var name in accepted.Keys.Where(n => !received.ContainsKey(n)))
            problems.Add(Gone(folder, name));

        if (!IsAccepting && problems.Count > 0)
            Assert.Fail($"{problems.Count} generated files differ from the accepted ones in {folder}:\n{string.Join("\n", problems)}");
    }

    private static bool IsAccepting => Environment.GetEnvironmentVariable("KILN_ACCEPT") == "1";

    private static string FileName(string test, string hintName) => $"{test}#{Path.GetFileNameWithoutExtension(hintName)}.verified.cs";

    private static string Received(string folder, string name, string text, string what)
    {
        Directory.CreateDirectory(folder);
        var target = IsAccepting ? name : name.Replace(".verified.", ".received.", StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(folder, target), text, new UTF8Encoding(false));
        return $"  {name}: {what}";
    }

    private static string Gone(string folder, string name)
    {
        if (IsAccepting)
            File.Delete(Path.Combine(folder, name));
        return $"  {name}: no longer generated";
    }

    private static string FirstDifference(string pinned, string received)
    {
        var (before, after) = (pinned.Split('\n'), received.Split('\n'));
        var line = Enumerable.Range(0, Math.Max(before.Length, after.Length)).First(i => before.ElementAtOrDefault(i) != after.ElementAtOrDefault(i));
        return $"line {line + 1}\n    - {before.ElementAtOrDefault(line)}\n    + {after.ElementAtOrDefault(line)}";
    }
}
