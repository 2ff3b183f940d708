using Kiln.Generator.Api.Model;
using Kiln.Generator.Shapes.Links;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types;
using Kiln.Generator.Shapes.Types.Models;
using Kiln.Generator.Shapes.Types.Values;
using Kiln.Generator.Text;

namespace Kiln.Generator.Shapes.Files;

/// <summary>Writes where the value of a link's parameter comes from as an expression of the parameter's type.</summary>
internal sealed class LinkValueShaper(NameResolver names, TypeWriter types, IReadOnlyList<ModelPlan> models)
{
    private static readonly TypeName LinkValue = new("Kiln.Runtime.Responses", "LinkValue");
    private static readonly CSharpType Text = new PrimitiveType(Primitives.String);

    private readonly Dictionary<TypeName, ModelPlan> models = models.GroupBy(m => m.Name).ToDictionary(g => g.Key, g => g.First());

    /// <summary>The expression.</summary>
    /// <param name="source">Where the value comes from.</param>
    /// <param name="target">The type of the parameter.</param>
    /// <param name="link">The link.</param>
    public string Value(LinkSource source, CSharpType target, LinkPlan link) => source switch
    {
        ConstantSource { Text: var text } => Converted(CSharpText.Literal(text), Text, target, "the constant"),
        HeaderSource header => Required($"response.AllHeaders.Get({CSharpText.Literal(header.Name)}, {types.Wire(target)})", header.Expression),
        BodySource body => Property(body, target, link),
        _ => throw new ArgumentOutOfRangeException(nameof(source)),
    };

    // response.Owner?.Id
    private string Property(BodySource body, CSharpType target, LinkPlan link)
    {
        var access = link.Link.IsOfResponse ? "response.Body" : "response";
        var isNullable = link.Link.IsOfResponse && link.IsNullable;
        var type = link.Body!;
        foreach (var step in body.Path)
        {
            var (name, field) = ModelShaper.Members(models[((ModelType)type).Name]).First(m => m.Plan.Property.WireName == step);
            access += isNullable ? $"?.{name}" : $".{name}";
            isNullable |= field.IsNullable;
            names.UsesDeprecated |= field.Property.Deprecation is not null;
            type = field.Type;
        }
        return Converted(isNullable ? Required(access, body.Expression) : access, type, target, body.Expression);
    }

    private string Required(string value, string expression) => $"{names.Write(LinkValue)}.Require({value}, {CSharpText.Literal(expression)})";

    private string Converted(string value, CSharpType from, CSharpType target, string expression) => from == target
        ? value
        : $"{names.Write(LinkValue)}.Convert({value}, {types.Wire(from)}, {types.Wire(target)}, {CSharpText.Literal(expression)})";
}
