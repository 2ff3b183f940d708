using Acme.OpenApi31.Models;
using Kiln.Service.Tests.Support;
using Server = Acme.Service.Themes;
#if SWASHBUCKLE
using AnimalAnimal = Acme.OpenApi31.Models.Animal;
using AnimalDog = Acme.OpenApi31.Models.Dog;
using ShapeCircle = Acme.OpenApi31.Models.Circle;
using ShapeGroup = Acme.OpenApi31.Models.Group;
using ShapeSquare = Acme.OpenApi31.Models.Square;
#endif

namespace Kiln.Service.Tests.OpenApi31;

/// <summary>Derived types, whose discriminator System.Text.Json wants first, and which nobody has to set.</summary>
public sealed class ShapeTests(RunningService service) : ServiceCalls(service)
{
    [Fact]
    public async Task A_derived_type_is_sent_and_read_as_what_it_is()
    {
        var answer = await Client.Shapes.One.PutAsync(new ShapeSquare { Name = "tile", Side = 4, Label = "a" }, cancellationToken: Cancellation);

        Service.AssertReceived<Server.Shape>(new Server.Square("tile", 4, "a"));
        var square = Differences.Case<ShapeSquare>(answer);
        Assert.Equal(("tile", 4, "a"), (square.Name, square.Side, square.Label));
    }

    [Fact]
    public async Task Derived_types_are_properties_items_and_values()
    {
        var sent = new Drawing
        {
            Title = "all",
            Main = new ShapeCircle { Name = "sun", Radius = 1.5 },
            Background = null,
            Shapes = [new ShapeGroup { Name = "pair", Shapes = [new ShapeCircle { Name = "one", Radius = 1 }, new ShapeSquare { Name = "two", Side = 2, Label = null }] }],
            Named = new() { ["x"] = new ShapeSquare { Name = "x", Side = 1, Label = "l" } },
        };

        var answer = await Client.Shapes.Drawing.PutAsync(sent, cancellationToken: Cancellation);

        Service.AssertReceived(new Server.Drawing(
            "all", new Server.Circle("sun", 1.5), null, [new Server.Group("pair", [new Server.Circle("one", 1), new Server.Square("two", 2, null)])],
            new Dictionary<string, Server.Shape> { ["x"] = new Server.Square("x", 1, "l") }));
        Assert.Equal(1.5, Differences.Case<ShapeCircle>(answer.Main).Radius);
        Assert.Null(answer.Background);
        var group = Differences.Case<ShapeGroup>(Assert.Single(answer.Shapes));
        Assert.Equal("one", Differences.Case<ShapeCircle>(group.Shapes[0]).Name);
        Assert.Null(Differences.Case<ShapeSquare>(group.Shapes[1]).Label);
        Assert.Equal("l", Differences.Case<ShapeSquare>(answer.Named["x"]).Label);
    }

    [Fact]
    public async Task A_list_has_items_of_several_types()
    {
        var answer = await Client.Shapes.Many.PutAsync([new ShapeCircle { Name = "c", Radius = 2 }, new ShapeSquare { Name = "s", Side = 1, Label = null }], cancellationToken: Cancellation);

        Service.AssertReceived<List<Server.Shape>>([new Server.Circle("c", 2), new Server.Square("s", 1, null)]);
        Assert.Equal("c", Differences.Case<ShapeCircle>(answer[0]).Name);
        Assert.Equal("s", Differences.Case<ShapeSquare>(answer[1]).Name);
    }

    [Fact]
    public async Task A_base_that_is_a_type_of_its_own_is_sent_and_read_beside_what_derives_from_it()
    {
        var dog = await Client.Shapes.Animal.PutAsync(new AnimalDog { Legs = 4, Barks = true }, cancellationToken: Cancellation);

        Service.AssertReceived<Server.Animal>(new Server.Dog(4, true));
        Assert.Equal((4, true), (Differences.Case<AnimalDog>(dog).Legs, Differences.Case<AnimalDog>(dog).Barks));

        var animal = await Client.Shapes.Animal.PutAsync(new AnimalAnimal { Legs = 8 }, cancellationToken: Cancellation);

        Service.AssertReceived(new Server.Animal(8));
        Assert.Equal(8, Differences.Case<AnimalAnimal>(animal).Legs);
    }

    [Fact]
    public async Task A_derived_type_that_is_asked_for_by_itself_has_no_discriminator()
    {
#if SWASHBUCKLE
        // Swashbuckle says that there is one; the service sends none for a type that is not the base.
        var exception = await Assert.ThrowsAnyAsync<Exception>(() => Client.Shapes.Circle.GetAsync(cancellationToken: Cancellation));
        Assert.Contains("kind", exception.ToString(), StringComparison.Ordinal);
#else
        var circle = await Client.Shapes.Circle.GetAsync(cancellationToken: Cancellation);
        Assert.Equal(("sun", 1.5), (circle.Name, circle.Radius));
#endif
    }
}
