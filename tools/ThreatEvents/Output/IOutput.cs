namespace ThreatEvents.Output;

/// <summary>Where whole lines go.</summary>
internal interface IOutput : IDisposable
{
    /// <summary>Where an unfinished output stays; null when there is no such place, or nothing in it.</summary>
    string? PartialFile { get; }

    void Write(ReadOnlySpan<byte> lines);

    /// <summary>Everything has been written. An output that is disposed of without this is unfinished.</summary>
    void Complete();
}

/// <summary>The output cannot be written; the message is the sentence to show.</summary>
internal sealed class OutputException(string sentence) : Exception(sentence);

/// <summary>The reader of the pipe has gone.</summary>
internal sealed class ClosedPipeException : Exception;
