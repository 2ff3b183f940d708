namespace Kiln.Generator.Tests.Corpus;

/// <summary>The tests that look at a <see cref="CorpusRun"/>, one after the other: beside each other they would wait for the same document.</summary>
[CollectionDefinition(nameof(CorpusRun))]
public sealed class CorpusRuns;
