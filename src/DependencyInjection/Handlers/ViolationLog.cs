using Kiln.Runtime.Contracts;
using Kiln.Runtime.Requests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kiln.DependencyInjection.Handlers;

/// <summary>Logs contract violations of responses, unless the application has a callback for them: where they are and what was expected, and not what was found.</summary>
internal static partial class ViolationLog
{
    public static void AddTo(ClientOptions options, ILogger logger)
    {
        var reading = options.ReadOptions ?? ReadOptions.Default;
        if (reading is { Mode: ContractMode.Tolerant, OnViolation: null })
            options.ReadOptions = reading with { OnViolation = violation => Violated(logger, violation.Path, violation.Expected) };
    }

    /// <summary>The logger of a category; one without effect if the application logs nothing.</summary>
    public static ILogger LoggerOf(this IServiceProvider provider, string category) =>
        provider.GetService<ILoggerFactory>()?.CreateLogger(category) ?? NullLogger.Instance;

    [LoggerMessage(3, LogLevel.Information, "A response does not match the document at {Path}: expected {Expected}", EventName = "ContractViolated")]
    private static partial void Violated(ILogger logger, string path, string expected);
}
