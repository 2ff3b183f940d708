using System.Text.Json.Serialization;
using Acme.Service.Hosting;

namespace Acme.Service.Themes;

[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Circle), "circle")]
[JsonDerivedType(typeof(Square), "square")]
[JsonDerivedType(typeof(Group), "group")]
public abstract record Shape(string Name);

public sealed record Circle(string Name, double Radius) : Shape(Name);

public sealed record Square(string Name, int Side, string? Label) : Shape(Name);

public sealed record Group(string Name, IReadOnlyList<Shape> Shapes) : Shape(Name);

public sealed record Drawing(string Title, Shape Main, Shape? Background, IReadOnlyList<Shape> Shapes, IReadOnlyDictionary<string, Shape> Named);

/// <summary>The framework's own name for the discriminator, on a base that is a type of its own.</summary>
[JsonPolymorphic]
[JsonDerivedType(typeof(Animal), "animal")]
[JsonDerivedType(typeof(Dog), "dog")]
public record Animal(int Legs);

public sealed record Dog(int Legs, bool Barks) : Animal(Legs);

internal static class ShapeEndpoints
{
    public static void Map(WebApplication app)
    {
        var shapes = app.MapGroup("/shapes").WithTags("Shapes");
        shapes.MapPut("/one", (Shape body, Received received) => received.Note(body));
        shapes.MapPut("/drawing", (Drawing body, Received received) => received.Note(body));
        shapes.MapPut("/many", (List<Shape> body, Received received) => received.Note(body));
        shapes.MapGet("/circle", () => new Circle("sun", 1.5));
        shapes.MapPut("/animal", (Animal body, Received received) => received.Note(body));
    }
}
