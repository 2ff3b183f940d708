using System.Text;
using ThreatEvents.Tests.Support;

namespace ThreatEvents.Tests.Running;

public sealed class MessagesTests
{
    [Fact]
    public async Task Progress_and_the_closing_word_are_for_terminals()
    {
        await using var console = await ScriptedConsole.WithPages(["{}"], ["{}"]);
        var plain = (await CommandRun.WithToken().Against(console.Address, "--format", "jsonl")).Done();

        // The second page comes when the first event was handed on, so that there is something to wait for.
        using var output = new SignallingStream();
        await using var again = await ScriptedConsole.StartAsync(async (number, context) =>
        {
            if (number > 0)
                await output.Written.WaitAsync(context.RequestAborted);
            var page = ScriptedConsole.PageOf(["{}"], number == 0 ? "page-1" : null);
            await ScriptedConsole.Answer(context, 200, "application/json", Encoding.UTF8.GetBytes(page));
        });
        var terminal = (await (CommandRun.WithToken() with { ErrorIsTerminal = true, Output = output }).Against(again.Address, "--format", "jsonl")).Done();

        Assert.Empty(plain.Error);
        Assert.Contains("Reading events…", terminal.Error);
        Assert.Contains("1 event…", terminal.Error);
        Assert.EndsWith("\r\u001b[K2 events.\n", terminal.Error);
        Assert.Equal(plain.Output, Encoding.UTF8.GetString(output.ToArray()));
    }

    [Fact]
    public async Task A_closed_pipe_ends_quietly()
    {
        var result = await new CommandRun { Output = new FailingStream(32) }.Async("--format", "jsonl");

        Assert.Equal(0, result.Code);
        Assert.DoesNotContain("cannot", result.Error);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("--version")]
    [InlineData("--count")]
    public async Task A_closed_pipe_ends_everything_quietly(string option) =>
        Assert.Equal(0, (await new CommandRun { Output = new FailingStream(32) }.Async(option)).Code);

    [Fact]
    public async Task Output_that_cannot_be_written_is_told()
    {
        var result = await new CommandRun { Output = new FailingStream(28) }.Async("--format", "jsonl");

        Assert.Equal(2, result.Code);
        Assert.Contains("Standard output cannot be written: ", result.Error);
    }

    [Fact]
    public async Task After_output_that_could_not_be_written_the_rest_is_a_command_to_type()
    {
        using var output = new FailingStream(28, afterWrites: 1);
        await using var console = await ScriptedConsole.StartAsync(async (number, context) =>
        {
            // What was read of the first page is handed on while the second is awaited.
            if (number > 0)
                await output.Written.WaitAsync(context.RequestAborted);
            var page = ScriptedConsole.PageOf([$$"""{"id":"{{number}}"}"""], number == 0 ? "page-1" : null);
            await ScriptedConsole.Answer(context, 200, "application/json", Encoding.UTF8.GetBytes(page));
        });

        var result = await (CommandRun.WithToken() with { Output = output }).Against(console.Address, "--format", "jsonl");

        Assert.Equal((2, "{\"id\":\"0\"}\n"), (result.Code, Encoding.UTF8.GetString(output.ToArray())));
        Assert.StartsWith("Standard output cannot be written: The system says no.\n1 event was written.\nTo read the remaining events: threat-events ", result.Error);
        Assert.Contains(" --cursor ", result.Error);
    }

    [Theory]
    [InlineData(28, 2)]
    [InlineData(32, 0)]
    public async Task Output_that_fails_while_the_next_event_is_awaited_ends_the_reading(int error, int code)
    {
        using var output = new FailingStream(error);
        await using var console = await ScriptedConsole.StartAsync(async (_, context) =>
        {
            // The first event comes, and nothing after it.
            var page = ScriptedConsole.PageOf(["""{"id":"0"}""", """{"id":"1"}"""], null);
            context.Response.ContentType = "application/json";
            await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(page[..(page.IndexOf("},", StringComparison.Ordinal) + 2)]), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });

        var result = await (CommandRun.WithToken() with { Output = output }).Against(console.Address, "--format", "jsonl");

        Assert.Equal(code, result.Code);
        Assert.DoesNotContain("unexpected", result.Error, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Fails with the system's error number, as a file stream does.</summary>
    private sealed class FailingStream(int error, int afterWrites = 0) : MemoryStream
    {
        private readonly TaskCompletionSource written = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int writes;

        /// <summary>Completed by the first write that does not fail.</summary>
        public Task Written => written.Task;

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (writes++ == afterWrites)
                throw new IOException("The system says no.", error);

            // The base class would call the other overload, and that one this.
            base.Write(buffer.ToArray(), 0, buffer.Length);
            written.TrySetResult();
        }
    }
}
