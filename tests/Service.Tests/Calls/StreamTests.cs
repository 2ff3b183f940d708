using Acme.OpenApi31.Models;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Streaming;
using Kiln.Service.Tests.Support;

namespace Kiln.Service.Tests.OpenApi31;

/// <summary>Server-sent events, JSON lines and arrays, item by item.</summary>
public sealed class StreamTests(RunningService service) : ServiceCalls(service)
{
    [Fact]
    public async Task Events_have_names_and_data()
    {
        var events = await AllAsync(Client.Streams.Prices.GetStreamAsync().AsEventsAsync(Cancellation));

        Assert.Equal([(1d, "EUR"), (2d, "EUR"), (3d, "EUR")], events.Select(e => (e.Data!.Amount, e.Data.Currency)));
        Assert.All(events, e => Assert.Equal(("price", null), (e.Name, e.Id)));
    }

    [Fact]
    public async Task Events_of_text_are_read_as_they_are()
    {
        var texts = await AllAsync(Client.Streams.Texts.GetStreamAsync());

        Assert.Equal(["one", """
            two
            lines
            """, "3"], texts);
    }

    [Fact]
    public async Task Events_go_on_over_connections_that_break_and_end()
    {
        // The service sends three events over a connection: the first breaks then, the second and third end, and there is nothing more.
        var events = await AllAsync(Client.Streams.Ticks.GetStreamAsync().AsEventsAsync(Cancellation));

        Assert.Equal([1, 2, 3, 4, 5, 6, 7], events.Select(e => e.Data!.Number));
        Assert.Equal(["1", "2", "3", "4", "5", "6", "7"], events.Select(e => e.Id));
        Assert.All(events, e => Assert.Equal(("tick", TimeSpan.FromMilliseconds(1)), (e.Name, e.Retry)));
        Assert.Equal("7", Service.Received.Last<string?>("last"));
    }

    [Fact]
    public async Task Events_of_one_connection_end_with_an_exception_that_says_where_to_go_on()
    {
        var ticks = Client.Streams.Ticks.GetStreamAsync();
        var received = new List<int>();
        var broken = await Assert.ThrowsAsync<ResponseBodyException>(async () =>
        {
            await foreach (var tick in ticks.WithoutReconnect().WithCancellation(Cancellation))
                received.Add(tick!.Number);
        });
        var rest = await AllAsync(ticks.StartAfter(broken.GetLastEventId()!));

        Assert.Equal([1, 2, 3], received);
        Assert.Equal([4, 5, 6, 7], rest.Select(t => t!.Number));
    }

    [Fact]
    public async Task A_stream_that_is_refused_is_the_error_of_the_document()
    {
        var refused = await Assert.ThrowsAsync<ProblemDetailsException>(() => AllAsync(Client.Streams.Ticks.GetStreamAsync().StartAfter("none")));

        Assert.Equal((400, "There is no such event."), (refused.Error!.Status, refused.Error.Detail));
    }

    [Fact]
    public async Task One_operation_answers_with_json_and_with_events()
    {
        var question = new Question { Prompt = "how are you", Stream = false };

        var whole = await Client.Streams.Answers.PostAsync(question, cancellationToken: Cancellation);
        var parts = await AllAsync(Client.Streams.Answers.PostStreamAsync(question));

        Assert.Equal(("how are you", 3), (whole.Text, whole.Words));
        Assert.Equal(["how", "are", "you"], parts.Select(p => p.Delta));
    }

    [Fact]
    public async Task Lines_are_read_one_by_one() =>
        Assert.Equal([1d, 2d, 3d], (await AllAsync(Client.Streams.Lines.GetStreamAsync())).Select(m => m.Amount));

    [Fact]
    public Task An_array_is_read_while_it_is_written() => ReadNumbersAsync(Client.Streams.Numbers.GetStreamAsync());

    [Fact]
    public Task An_array_that_is_compressed_is_read_while_it_is_written() => ReadNumbersAsync(Client.Compressed.Numbers.GetStreamAsync());

    [Fact]
    public async Task A_stream_that_says_nothing_is_left_when_its_caller_wants_to()
    {
        using var leave = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var numbers = Client.Streams.Numbers.GetStreamAsync().GetAsyncEnumerator(leave.Token);
        Service.Gate.Open();
        Assert.True(await numbers.MoveNextAsync());

        var next = numbers.MoveNextAsync().AsTask();
        await leave.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
        await numbers.DisposeAsync();
        await Service.Gate.LeftAsync(Cancellation);
    }

    private async Task ReadNumbersAsync(ItemStream<Money> stream)
    {
        var numbers = stream.GetAsyncEnumerator(Cancellation);
        await using (numbers)
        {
            for (var i = 1; i <= 3; i++)
            {
                // The service has no more than this item.
                Service.Gate.Open();
                Assert.True(await numbers.MoveNextAsync());
                Assert.Equal((i, "EUR"), (numbers.Current.Amount, numbers.Current.Currency));
            }
            Assert.False(await numbers.MoveNextAsync());
        }
    }

    private static async Task<List<T>> AllAsync<T>(IAsyncEnumerable<T> items)
    {
        var all = new List<T>();
        await foreach (var item in items.WithCancellation(Cancellation))
            all.Add(item);
        return all;
    }
}
