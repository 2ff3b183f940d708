namespace Kiln.Runtime.Tests.Faults;

/// <summary>Tests that measure what the process allocates. Nothing else runs meanwhile.</summary>
[CollectionDefinition(nameof(Measuring), DisableParallelization = true)]
public sealed class Measuring;
