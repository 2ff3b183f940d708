using ThreatEvents.Access;
using ThreatEvents.CommandLine;
using ThreatEvents.EmbeddedConsole;
using ThreatEvents.Running;

namespace ThreatEvents.Tests.Access;

/// <summary>Failures without an answer that no test can bring about in a moment.</summary>
public sealed class UnansweredTests
{
    [Fact]
    public async Task An_answer_that_does_not_come_is_told() =>
        Assert.Equal("https://console.example/ did not respond in time.", await DescribeAsync(new TaskCanceledException("late", new TimeoutException())));

    [Fact]
    public async Task A_call_that_took_too_long_is_told() =>
        Assert.Equal("https://console.example/ did not respond in time.", await DescribeAsync(new TimeoutException("late")));

    [Fact]
    public async Task A_fault_of_the_program_is_not_blamed_on_the_service() =>
        Assert.Null(await DescribeAsync(new ArgumentNullException()));

    private static async Task<string?> DescribeAsync(Exception exception)
    {
        var surroundings = new Surroundings(Stream.Null, TextWriter.Null, _ => "token");
        await using var console = await ConsoleAccess.OpenAsync(
            new CommandInput { Console = new Uri("https://console.example"), ThreatId = ConsoleServer.ThreatId },
            surroundings, new Messages(surroundings), TestContext.Current.CancellationToken);

        return ServiceFailure.Describe(exception, console);
    }
}
