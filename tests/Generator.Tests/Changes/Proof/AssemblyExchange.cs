using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Kiln.Generator.Tests.Changes.Proof.Consumers;

namespace Kiln.Generator.Tests.Changes.Proof;

/// <summary>A program that is loaded with another assembly of the same name than the one that it was compiled against.</summary>
internal sealed class AssemblyExchange : IDisposable
{
    private readonly AssemblyLoadContext context = new("Exchange", isCollectible: true);
    private readonly Assembly program;

    public AssemblyExchange(byte[] sdk, byte[] program)
    {
        // What is loaded here is found by its name before any other.
        context.LoadFromStream(new MemoryStream(sdk));
        this.program = context.LoadFromStream(new MemoryStream(program));
    }

    /// <summary>What is thrown when the method of a consumer is compiled to machine code, which looks up all that it names; <see langword="null"/> for nothing.</summary>
    /// <param name="type">The class of the consumer.</param>
    public string? Failure(string type)
    {
        try
        {
            RuntimeHelpers.PrepareMethod(program.GetType(type, throwOnError: true)!.GetMethod(Consumer.MethodName, BindingFlags.Static | BindingFlags.NonPublic)!.MethodHandle);
            return null;
        }
        catch (Exception exception) when (exception is MissingMemberException or TypeLoadException)
        {
            return $"{exception.GetType().Name}: {exception.Message}";
        }
    }

    public void Dispose() => context.Unload();
}
