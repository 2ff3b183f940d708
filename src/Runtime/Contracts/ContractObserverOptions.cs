namespace Kiln.Runtime.Contracts;

/// <summary>Options of a <see cref="ContractObserver"/>. Immutable and thread-safe.</summary>
public sealed record ContractObserverOptions
{
    private readonly int maxKinds = 1000;
    private readonly TimeSpan eventInterval = TimeSpan.FromMinutes(1);
    private readonly int maxRecordsPerMinute = 600;
    private readonly int maxRecordedBodyBytes = 1024 * 1024;
    private readonly long maxRecordingBytes = 100L * 1024 * 1024;
    private readonly TimeProvider time = TimeProvider.System;

    /// <summary>Gets the default options: an event a minute for each kind of violation, and no recording.</summary>
    public static ContractObserverOptions Default { get; } = new();

    /// <summary>Gets the shortest time between two events about the same kind of violation. The default is one minute; zero raises an event for each violation.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public TimeSpan EventInterval
    {
        get => eventInterval;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            eventInterval = value;
        }
    }

    /// <summary>
    /// Gets how many kinds of violations are distinguished, by operation, status code, location and what was expected. The default is 1000; further kinds are counted
    /// together as <see cref="ContractObserver.OtherViolations"/>, so that a service cannot make the observer grow.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int MaxKinds
    {
        get => maxKinds;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            maxKinds = value;
        }
    }

    /// <summary>
    /// Gets the path of a file to which responses are appended, one JSON object per line, for <c>kiln observe</c>. The default is null, which records nothing.
    /// The file is opened when the observer is created, and readable by others meanwhile.
    /// </summary>
    public string? RecordingPath { get; init; }

    /// <summary>
    /// Gets whether the bodies of responses are recorded: those of JSON and text, as they were received. They can contain personal data and secrets. The default is
    /// false: a record then has the operation, status and media type, and of each violation the location and the types, but no value, URL or header.
    /// </summary>
    public bool RecordBodies { get; init; }

    /// <summary>Gets the maximum size of a recorded body, in bytes after decompression. The default is 1 MiB; a larger body is left out of its record.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int MaxRecordedBodyBytes
    {
        get => maxRecordedBodyBytes;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            maxRecordedBodyBytes = value;
        }
    }

    /// <summary>Gets how many responses are recorded per minute at most. The default is 600.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int MaxRecordsPerMinute
    {
        get => maxRecordsPerMinute;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            maxRecordsPerMinute = value;
        }
    }

    /// <summary>Gets the maximum size of the recording, in bytes, with what was in the file before. The default is 100 MiB; nothing is recorded beyond it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public long MaxRecordingBytes
    {
        get => maxRecordingBytes;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            maxRecordingBytes = value;
        }
    }

    /// <summary>Gets the clock of the intervals and of the times in records. The default is <see cref="TimeProvider.System"/>.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public TimeProvider TimeProvider
    {
        get => time;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            time = value;
        }
    }
}
