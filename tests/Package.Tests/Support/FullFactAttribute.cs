using System.Runtime.CompilerServices;

namespace Kiln.Package.Tests.Support;

/// <summary>A test that packs or builds with the .NET SDK, which takes minutes: it is skipped in the short form of the tests.</summary>
public sealed class FullFactAttribute : FactAttribute
{
    public FullFactAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
        : base(sourceFilePath, sourceLineNumber) => Skip = TestForm.IsFull ? null : TestForm.OnlyInFull;
}

/// <summary>The same with data.</summary>
public sealed class FullTheoryAttribute : TheoryAttribute
{
    public FullTheoryAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
        : base(sourceFilePath, sourceLineNumber) => Skip = TestForm.IsFull ? null : TestForm.OnlyInFull;
}
