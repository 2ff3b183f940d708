using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Kiln.Package.Tests.Support;

/// <summary>The symbols of an assembly (Portable PDB).</summary>
internal static class Symbols
{
    // "Embedded Source" of the Portable PDB specification, "Custom Debug Information".
    private static readonly Guid EmbeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

    public static MetadataReaderProvider Portable(byte[] pdb) => MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(pdb));

    public static MetadataReaderProvider Embedded(byte[] assembly)
    {
        using var reader = new PEReader(new MemoryStream(assembly));
        return reader.ReadEmbeddedPortablePdbDebugDirectoryData(reader.ReadDebugDirectory().Single(e => e.Type == DebugDirectoryEntryType.EmbeddedPortablePdb));
    }

    /// <summary>Asserts that each document's text is in the symbols, and that its path does not name the checkout's folder.</summary>
    public static void AssertSourcesAreInside(MetadataReaderProvider provider)
    {
        using (provider)
        {
            var reader = provider.GetMetadataReader();
            Assert.NotEmpty(reader.Documents);
            foreach (var handle in reader.Documents)
            {
                var path = reader.GetString(reader.GetDocument(handle).Name);
                Assert.False(path.StartsWith(Repository.Root, StringComparison.Ordinal), path);
                Assert.True(
                    reader.GetCustomDebugInformation(handle).Any(i => reader.GetGuid(reader.GetCustomDebugInformation(i).Kind) == EmbeddedSource), path);
            }
        }
    }
}
