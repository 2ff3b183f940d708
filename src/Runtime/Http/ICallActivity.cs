namespace Kiln.Runtime.Http;

/// <summary>What the handlers tell those who observe a call. It stands here so that handlers do not depend on telemetry, which may then use what is known of a call.</summary>
internal interface ICallActivity
{
    /// <summary>Says that the request is sent again.</summary>
    /// <param name="attempt">The number of the retry, from 1.</param>
    /// <param name="delay">How long is waited before.</param>
    /// <param name="status">The status of the response; null if there was none.</param>
    /// <param name="exception">Why there was no response; null if there was one.</param>
    void Retried(int attempt, TimeSpan delay, int? status, Exception? exception);
}
