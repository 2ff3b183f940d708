using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace Kiln.Generator.Tests.Driving;

/// <summary>Files that were compiled as strictly as a project can, without an error or a warning, and are loaded until this is disposed.</summary>
internal sealed class SdkAssembly : IDisposable
{
    private readonly AssemblyLoadContext context = new("Sdk", isCollectible: true);

    private SdkAssembly(byte[] image) => Assembly = context.LoadFromStream(new MemoryStream(image));

    public Assembly Assembly { get; }

    /// <summary>Compiles and loads; a message of the compiler fails the test.</summary>
    public static SdkAssembly Of(IEnumerable<SyntaxTree> trees)
    {
        var assembly = TryOf(trees, out var messages, TestContext.Current.CancellationToken);
        Assert.Equal("", messages);
        return assembly!;
    }

    /// <summary>Compiles and loads.</summary>
    /// <param name="trees">What was emitted, and what uses it.</param>
    /// <param name="messages">The errors and warnings of the compiler, a line each; empty for none.</param>
    /// <param name="cancellationToken">Ends the compilation.</param>
    /// <returns><see langword="null"/> if there are messages.</returns>
    public static SdkAssembly? TryOf(IEnumerable<SyntaxTree> trees, out string messages, CancellationToken cancellationToken)
    {
        var (image, diagnostics) = SdkCompilation.Emit([.. trees], cancellationToken);
        messages = string.Join("\n", diagnostics);
        return image is null ? null : new(image);
    }

    public void Dispose() => context.Unload();
}
