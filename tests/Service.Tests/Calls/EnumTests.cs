using Acme.OpenApi31.Models;
using Kiln.Service.Tests.Support;
using Server = Acme.Service.Themes;

namespace Kiln.Service.Tests.OpenApi31;

public sealed class EnumTests(RunningService service) : ServiceCalls(service)
{
    [Fact]
    public async Task Enums_travel_as_names_and_as_numbers()
    {
        var answer = await Client.Enums.Paint.PutAsync(
            new()
            {
                Color = Color.DarkBlue,
                Second = null,
                Priority = Differences.High,
                NextPriority = Differences.Normal,
                Palette = [Color.Red, Color.Green],
                Priorities = new() { ["now"] = Differences.High },
                Liters = Differences.Liters(red: 1, blue: 3),
            },
            cancellationToken: Cancellation);

        Service.AssertReceived(new Server.Paint(
            Server.Color.DarkBlue, null, Server.Priority.High, Server.Priority.Normal, [Server.Color.Red, Server.Color.Green],
            new Dictionary<string, Server.Priority> { ["now"] = Server.Priority.High },
            new Dictionary<Server.Color, int> { [Server.Color.Red] = 1, [Server.Color.DarkBlue] = 3 }));
        Assert.Equal((Color.DarkBlue, null, Differences.High, Differences.Normal), (answer.Color, answer.Second, answer.Priority, answer.NextPriority));
        Assert.Equal([Color.Red, Color.Green], answer.Palette);
        Assert.Equal(Differences.High, answer.Priorities["now"]);
        Assert.Equal(3, Differences.Blue(answer.Liters));
    }

    [Fact]
    public async Task An_enum_is_the_whole_answer()
    {
        Assert.Equal(Color.DarkBlue, await Client.Enums.Color.GetAsync(cancellationToken: Cancellation));
        Assert.Equal(Differences.High, await Client.Enums.Priority.GetAsync(cancellationToken: Cancellation));
    }

    [Fact]
    public async Task Enums_are_parameters()
    {
        var colors = await Client.Enums.Next[Color.DarkBlue].GetAsync(
            r =>
            {
                r.QueryParameters.Second = Color.Green;
                r.HeaderParameters.XColor = Color.Red;
            },
            Cancellation);

        Assert.Equal([Color.Red, Color.Green], colors);
        Assert.Equal(Server.Color.DarkBlue, Service.Received.Last<Server.Color>("color"));
        Assert.Equal(Server.Color.Green, Service.Received.Last<Server.Color?>("second"));
        Assert.Equal(Server.Color.Red, Service.Received.Last<Server.Color?>("third"));
    }
}
