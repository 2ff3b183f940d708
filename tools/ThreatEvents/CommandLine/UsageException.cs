namespace ThreatEvents.CommandLine;

/// <summary>What was asked for cannot be done; the message is the sentence to show.</summary>
internal sealed class UsageException(string sentence) : Exception(sentence);
