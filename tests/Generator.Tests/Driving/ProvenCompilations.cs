using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;

namespace Kiln.Generator.Tests.Driving;

/// <summary>
/// Compilations that gave no message before, by a hash of all that decides about it: the files' text, and the identities of the compiler and of what is
/// compiled against. They are in <c>artifacts/proven</c>, which is not committed, and are not used in the full form of the tests.
/// </summary>
internal static class ProvenCompilations
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    private static readonly string Folder = Checkout.PathOf("artifacts", "proven");

    private static readonly Lazy<byte[]> Surroundings = new(HashOfSurroundings);

    static ProvenCompilations()
    {
        if (TestForm.IsFull)
            return;
        foreach (var old in Directory.CreateDirectory(Folder).EnumerateFiles().Where(f => f.LastWriteTimeUtc < DateTime.UtcNow - Kept))
            old.Delete();
    }

    /// <summary>The name by which a compilation of some files is kept.</summary>
    public static string KeyOf(IEnumerable<SyntaxTree> trees)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Surroundings.Value);
        foreach (var tree in trees)
        {
            hash.AppendData([(byte)tree.Options.DocumentationMode]);
            hash.AppendData(SHA256.HashData(Encoding.UTF8.GetBytes(tree.ToString())));
        }
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    /// <summary>Whether the compiler had nothing to say of it.</summary>
    public static bool Contains(string key) => !TestForm.IsFull && File.Exists(PathOf(key, ".txt"));

    /// <summary>The assembly that it became; <see langword="null"/> where none is kept.</summary>
    public static byte[]? Image(string key) => !TestForm.IsFull && File.Exists(PathOf(key, ".dll")) ? File.ReadAllBytes(PathOf(key, ".dll")) : null;

    public static void Add(string key) => Write(PathOf(key, ".txt"), []);

    public static void Add(string key, byte[] image) => Write(PathOf(key, ".dll"), image);

    // Two tests may compile the same at once: a file is whole as soon as it has its name.
    private static void Write(string path, byte[] bytes)
    {
        if (TestForm.IsFull)
            return;
        var part = $"{path}.{Guid.NewGuid():n}";
        File.WriteAllBytes(part, bytes);
        File.Move(part, path, overwrite: true);
    }

    private static string PathOf(string key, string extension) => Path.Combine(Folder, key + extension);

    private static byte[] HashOfSurroundings() => SHA256.HashData(
    [
        .. Encoding.UTF8.GetBytes(typeof(Compilation).Assembly.ManifestModule.ModuleVersionId.ToString()),
        .. SdkCompilation.ReferencePaths.Order(StringComparer.Ordinal).SelectMany(path => ModuleVersionId(path).ToByteArray()),
    ]);

    private static Guid ModuleVersionId(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        return metadata.GetGuid(metadata.GetModuleDefinition().Mvid);
    }
}
