using Acme.OpenApi31.Models;
using Kiln.Service.Tests.Support;
using Server = Acme.Service.Themes;

namespace Kiln.Service.Tests.OpenApi31;

public sealed class ParameterTests(RunningService service) : ServiceCalls(service)
{
    private static readonly Guid Id = new("6f9619ff-8b86-d011-b42d-00cf4fc964ff");

    [Fact]
    public async Task Parameters_of_each_place_arrive()
    {
        var text = await Client.Parameters.Search["north & south/ü"].GetAsync(
            "a+b=ü & c",
            "acme",
            r =>
            {
                r.QueryParameters.Ids = [1, -2];
                r.QueryParameters.Tag = ["x y", "z"];
                r.HeaderParameters.XTrace = Id;
                r.QueryParameters.MaxPrice = 9.5;
            },
            Cancellation);

        Assert.Equal("a+b=ü & c", text);
        var received = Service.Received.Last<Server.Search>();
        Assert.Equal(("a+b=ü & c", "acme", Id, 9.5m), (received.Text, received.Tenant, received.Trace, received.MaxPrice));
        Assert.Equal([1, -2], received.Ids!);
        Assert.Equal(["x y", "z"], received.Tags!);
    }

    [Fact]
    public async Task Optional_parameters_are_left_out()
    {
        await Client.Parameters.Search["all"].GetAsync("t", "acme", cancellationToken: Cancellation);

        var received = Service.Received.Last<Server.Search>();
        Assert.Equal(("all", null, null), (received.Area, received.Trace, received.MaxPrice));
        Assert.Empty(received.Ids ?? []);
        Assert.Empty(received.Tags ?? []);
    }

    [Fact]
    public async Task A_parameter_of_each_type_arrives()
    {
        var at = new DateTimeOffset(2026, 11, 29, 8, 30, 0, TimeSpan.FromHours(-5));
        var answer = await Client.Parameters.Given.GetAsync(
            number: -7, big: long.MaxValue, unsigned: Differences.LargestUnsigned, price: 0.25, ratio: 1e-9, flag: true, id: Id, at, day: new(2026, 2, 3), time: new(4, 5, 6),
            duration: new(1, 2, 3, 4), priority: Differences.High, cancellationToken: Cancellation);

        Assert.Equal(
            (-7, long.MaxValue, Differences.LargestUnsigned, 0.25, 1e-9, true, Id), (answer.Number, answer.Big, answer.Unsigned, answer.Price, answer.Ratio, answer.Flag, answer.Id));
        Assert.Equal(
            (at, new DateOnly(2026, 2, 3), new TimeOnly(4, 5, 6), new TimeSpan(1, 2, 3, 4), Differences.High), (answer.At, answer.Day, answer.Time, answer.Duration, answer.Priority));
    }

    [Fact]
    public async Task Parameters_that_are_not_given_have_the_defaults_of_the_service()
    {
        Assert.Equal("name", await Client.Parameters.Optional.GetAsync(cancellationToken: Cancellation));
        Assert.Equal(
            (null, null, null, true, 25),
            (Service.Received.Last<int?>("number"), Service.Received.Last<string?>("text"), Service.Received.Last<DateOnly?>("day"), Service.Received.Last<bool>("flag"), Service.Received.Last<int>("size")));

        var order = await Client.Parameters.Optional.GetAsync(
            r =>
            {
                r.QueryParameters.Number = 0;
                r.QueryParameters.Text = "";
                r.QueryParameters.Day = new(2026, 12, 31);
                r.QueryParameters.Flag = false;
                r.QueryParameters.Size = 1;
                r.QueryParameters.Order = "size";
            },
            Cancellation);

        Assert.Equal("size", order);
        Assert.Equal(
            (0, new DateOnly(2026, 12, 31), false, 1),
            (Service.Received.Last<int?>("number"), Service.Received.Last<DateOnly?>("day"), Service.Received.Last<bool>("flag"), Service.Received.Last<int>("size")));
    }

    [Fact]
    public async Task Values_in_the_path_have_the_type_of_their_own_path()
    {
        Assert.Equal("int 5", await Client.Parameters[5].GetAsync(cancellationToken: Cancellation));
        Assert.Equal($"guid {Id}", await Client.Parameters[Id].Details.GetAsync(cancellationToken: Cancellation));
        Assert.Equal(new DateOnly(2026, 12, 1), await Client.Parameters.Days[new(2026, 11, 30)].GetAsync(cancellationToken: Cancellation));
        Assert.Equal("ü ? #", await Client.Parameters.Names["ü ? #"].GetAsync(cancellationToken: Cancellation));
    }

    [Fact]
    public async Task Headers_arrive_and_come_back()
    {
        var answer = await Client.Parameters.Headers.GetWithResponseAsync(ifMatch: "v1", retries: 2, cancellationToken: Cancellation);

        Assert.Equal(3, answer.Body);
        Assert.Equal("v1", Assert.Single(answer.Headers["ETag"]));
    }
}
