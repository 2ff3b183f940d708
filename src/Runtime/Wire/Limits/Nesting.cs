using System.Runtime.CompilerServices;

namespace Kiln.Runtime.Wire;

/// <summary>
/// How deeply values may be nested. They are read and written by recursion, so that without a limit nesting would end the process instead of the call.
/// </summary>
internal static class Nesting
{
    /// <summary>The most levels that are ever read or written.</summary>
    public const int Deepest = 1000;

    /// <summary>The most levels that are left to Kiota's own nodes and writers, which look at no stack: what Kiota allows by default.</summary>
    public const int DeepestForKiota = 64;

    // Eight levels need a small part of the stack that the runtime says is left when it says "enough" (128 kB on 64 bits).
    private const int LevelsPerCheck = 8;

    /// <summary>Whether the stack ends before values at this depth can be read or written. Looked at on every eighth level only.</summary>
    public static bool IsStackShort(int depth) => depth % LevelsPerCheck == 0 && !RuntimeHelpers.TryEnsureSufficientExecutionStack();

    /// <summary>The error of a value to be written that is nested too deeply, or holds itself.</summary>
    public static ArgumentException TooDeep() => new(
        $"The value holds itself, or is nested more than {Deepest} levels deep, or more deeply than the stack of this thread allows; JSON has no form for it.");
}
