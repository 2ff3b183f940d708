using System.Reflection.PortableExecutable;

namespace Kiln.Benchmarks.Sizes;

/// <summary>The size of an assembly without the symbols, and the sources in them, that it may carry.</summary>
internal static class AssemblySize
{
    public static long WithoutSymbols(string path)
    {
        using var reader = new PEReader(File.OpenRead(path));
        var symbols = reader.ReadDebugDirectory().Where(e => e.Type == DebugDirectoryEntryType.EmbeddedPortablePdb).Sum(e => (long)e.DataSize);
        return new FileInfo(path).Length - symbols;
    }
}
