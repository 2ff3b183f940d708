namespace Kiln.Tests.Forms;

/// <summary>Tests that measure what the process allocates or holds. Nothing else runs meanwhile.</summary>
[CollectionDefinition(nameof(Measuring), DisableParallelization = true)]
public sealed class Measuring;
