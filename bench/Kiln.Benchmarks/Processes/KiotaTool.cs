using Kiln.Benchmarks.Ratios;

namespace Kiln.Benchmarks.Processes;

/// <summary>Kiota's own generator, which is installed once below <c>artifacts</c>.</summary>
/// <param name="Path">The program.</param>
internal sealed record KiotaTool(string Path)
{
    private const string Package = "Microsoft.OpenApi.Kiota";
    private const string Version = "1.38.0";
    private const int Attempts = 5;

    private static readonly string[] Serializers =
    [
        // JSON alone, which is what both runtimes have here; it saves the client nine lines of text.
        "--serializer", "Microsoft.Kiota.Serialization.Json.JsonSerializationWriterFactory",
        "--deserializer", "Microsoft.Kiota.Serialization.Json.JsonParseNodeFactory",
    ];

    /// <summary>The tool, or null where it cannot be installed, which is told.</summary>
    public static KiotaTool? Find(Report report)
    {
        var folder = Artifacts.PathOf("kiota-" + Version);
        var path = System.IO.Path.Combine(folder, OperatingSystem.IsWindows() ? "kiota.exe" : "kiota");
        try
        {
            if (!File.Exists(path))
                MeasuredProcess.Run("dotnet", "tool", "install", Package, "--version", Version, "--tool-path", folder);
            return new(path);
        }
        catch (InvalidOperationException e)
        {
            report.Note($"kiota: skipped, {Package} {Version} cannot be installed: {e.Message.ReplaceLineEndings(" ")}");
            return null;
        }
    }

    /// <summary>Writes the C# for a document into a folder that is empty.</summary>
    /// <remarks>
    /// It reads documents by several threads, and for some, such as OpenAI's, ends now and then with the message that a class exists already. Such a run has written nothing, and is
    /// not counted.
    /// </remarks>
    public ProcessCost Generate(string document, string folder)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return MeasuredProcess.Run(
                    Path,
                    [
                        "generate", "--language", "CSharp", "--openapi", document, "--output", folder, "--namespace-name", "Peer", "--class-name", "PeerClient",
                        "--exclude-backward-compatible", "--log-level", "Critical", .. Serializers,
                    ]);
            }
            catch (InvalidOperationException e) when (attempt < Attempts && e.Message.Contains("already contains a child", StringComparison.Ordinal))
            {
            }
        }
    }
}
