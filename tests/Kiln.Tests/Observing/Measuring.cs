namespace Kiln.Tool.Tests.Observing;

/// <summary>Tests that measure what the process holds. Nothing else runs meanwhile.</summary>
[CollectionDefinition(nameof(Measuring), DisableParallelization = true)]
public sealed class Measuring;
