using Acme.OpenApi31.Models;
using Kiln.Service.Tests.Support;
using Server = Acme.Service.Themes;

namespace Kiln.Service.Tests.OpenApi31;

public sealed class ScalarTests(RunningService service) : ServiceCalls(service)
{
    private static readonly Guid Id = new("6f9619ff-8b86-d011-b42d-00cf4fc964ff");
    private static readonly DateTimeOffset At = new(2026, 11, 29, 8, 30, 0, 125, TimeSpan.FromHours(2));

    [Fact]
    public async Task A_value_of_each_type_arrives_and_comes_back()
    {
        var sent = new Scalars
        {
            Flag = true,
            Small = 255,
            Short = -3,
            Int = int.MinValue,
            Long = long.MaxValue,
            Unsigned = Differences.LargestUnsigned,
            Price = 19.99,
            Ratio = 1e-7,
            Single = 0.25f,
            Text = """Ünïcode "quoted" 😀""",
            Letter = Differences.Letter,
            Id = Id,
            Link = new("https://example.com/a?b=c"),
            Data = [0, 1, 254, 255],
            Local = new(2026, 11, 29, 8, 30, 0, TimeSpan.Zero),
            At = At,
            Day = new(2026, 2, 28),
            Time = new(23, 59, 58, 500),
            Duration = new(1, 2, 3, 4, 500),
            Release = "1.2.3",
        };

        var answer = await Client.Scalars.All.PutAsync(sent, cancellationToken: Cancellation);

        Service.AssertReceived(new Server.Scalars(
            true, 255, -3, int.MinValue, long.MaxValue, Differences.LargestUnsigned, 19.99m, 1e-7, 0.25f, """Ünïcode "quoted" 😀""", 'ß', Id,
            new("https://example.com/a?b=c"), [0, 1, 254, 255], Service.Received.Last<Server.Scalars>().Local, At, new(2026, 2, 28), new(23, 59, 58, 500),
            new(1, 2, 3, 4, 500), new(1, 2, 3)));
        Assert.Equal(sent.Local.UtcDateTime, Service.Received.Last<Server.Scalars>().Local.ToUniversalTime());
        Assert.Equal(sent.Local, answer.Local);
        Assert.Equal(
            (sent.Flag, sent.Small, sent.Short, sent.Int, sent.Long, sent.Unsigned, sent.Price, sent.Ratio, sent.Single, sent.Text, sent.Letter),
            (answer.Flag, answer.Small, answer.Short, answer.Int, answer.Long, answer.Unsigned, answer.Price, answer.Ratio, answer.Single, answer.Text, answer.Letter));
        Assert.Equal(
            (sent.Id, sent.Link, sent.At, sent.Day, sent.Time, sent.Duration, sent.Release),
            (answer.Id, answer.Link, answer.At, answer.Day, answer.Time, answer.Duration, answer.Release));
        Assert.Equal(sent.Data, answer.Data);
    }

    [Fact]
    public async Task What_is_not_set_is_not_sent_and_null_comes_back()
    {
        var answer = await Client.Scalars.Optional.PutAsync(new(), cancellationToken: Cancellation);

        Service.AssertReceived(new Server.OptionalScalars());
        Assert.Equal((null, null, null, null, null, null), (answer.Flag, answer.Int, answer.Long, answer.Unsigned, answer.Price, answer.Ratio));
        Assert.Equal((null, null, null, null, null, null), (answer.Text, answer.Id, answer.At, answer.Day, answer.Time, answer.Duration));
        Assert.Null(answer.Data);
    }

    [Fact]
    public async Task Optional_values_arrive_and_come_back()
    {
        var sent = new OptionalScalars
        {
            Flag = false, Int = 0, Long = -1, Unsigned = 7, Price = 0.5, Ratio = 1.5, Text = "", Id = Id, Data = [], At = At, Day = new(2026, 1, 1), Time = new(1, 2),
            Duration = TimeSpan.FromMinutes(-90),
        };

        var answer = await Client.Scalars.Optional.PutAsync(sent, cancellationToken: Cancellation);

        Service.AssertReceived(new Server.OptionalScalars
        {
            Flag = false, Int = 0, Long = -1, Unsigned = 7, Price = 0.5m, Ratio = 1.5, Text = "", Id = Id, Data = [], At = At, Day = new(2026, 1, 1), Time = new(1, 2),
            Duration = TimeSpan.FromMinutes(-90),
        });
        Assert.Equal((sent.Flag, sent.Int, sent.Long, sent.Unsigned, sent.Price, sent.Ratio), (answer.Flag, answer.Int, answer.Long, answer.Unsigned, answer.Price, answer.Ratio));
        Assert.Equal((sent.Text, sent.Id, sent.At, sent.Day, sent.Time, sent.Duration), (answer.Text, answer.Id, answer.At, answer.Day, answer.Time, answer.Duration));
        Assert.Equal(sent.Data, answer.Data);
    }

    [Fact]
    public async Task A_number_is_the_whole_body()
    {
        Assert.Equal(-5, await Client.Scalars.Int.PutAsync(-5, cancellationToken: Cancellation));
        Assert.Equal(-5, Service.Received.Last<int>());
        Assert.Equal(long.MinValue, await Client.Scalars.Long.PutAsync(long.MinValue, cancellationToken: Cancellation));
        Assert.Equal(long.MinValue, Service.Received.Last<long>());
    }

    [Fact]
    public async Task An_answer_is_one_value()
    {
        Assert.Equal(long.MaxValue, (long)await Client.Scalars.Ulong.GetAsync(cancellationToken: Cancellation));
        Assert.Equal(19.99, await Client.Scalars.Decimal.GetAsync(cancellationToken: Cancellation));
        Assert.Equal(0.1, await Client.Scalars.Double.GetAsync(cancellationToken: Cancellation));
        Assert.True(await Client.Scalars.Bool.GetAsync(cancellationToken: Cancellation));
        Assert.Equal(Id, await Client.Scalars.Uuid.GetAsync(cancellationToken: Cancellation));
        Assert.Equal(new(2026, 11, 29, 8, 30, 0, TimeSpan.FromHours(2)), await Client.Scalars.At.GetAsync(cancellationToken: Cancellation));
        Assert.Equal(new(2026, 11, 29), await Client.Scalars.Day.GetAsync(cancellationToken: Cancellation));
        Assert.Equal(new(8, 30, 15), await Client.Scalars.Time.GetAsync(cancellationToken: Cancellation));
        Assert.Equal(new TimeSpan(1, 2, 3, 4), await Client.Scalars.Duration.GetAsync(cancellationToken: Cancellation));
        Assert.Equal([1, 2, 255], await Client.Scalars.Data.GetAsync(cancellationToken: Cancellation));
    }
}
