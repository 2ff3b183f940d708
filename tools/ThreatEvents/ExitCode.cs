namespace ThreatEvents;

/// <summary>How the command ended, for scripts.</summary>
internal static class ExitCode
{
    /// <summary>Everything asked for was written, or the reader of a pipe wanted no more.</summary>
    public const int Done = 0;

    /// <summary>The service refused, failed or could not be reached.</summary>
    public const int ResponseDetails = 1;

    /// <summary>What was asked for makes no sense, or the output cannot be written.</summary>
    public const int Usage = 2;

    /// <summary>Ctrl-C.</summary>
    public const int Cancelled = 130;
}
