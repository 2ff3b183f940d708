using Kiln.Generator.Shapes.Files;
using Kiln.Generator.Text;

namespace Kiln.Generator.Emission;

/// <summary>Writes a request builder or the client.</summary>
internal static class BuilderTemplate
{
    public static string Write(BuilderShape builder) => Source.Of($$"""
        {{Docs.Write(builder.Doc, Summary(builder))}}
        {{Docs.TypeAttributes(builder.Doc)}}
        public sealed partial class {{Declaration(builder)}}
        {
            {{(builder.Client is { } client ? ClientTemplate.Constructors(builder, client) : "")}}

            {{(builder.Client?.Facade is { } facade ? ClientTemplate.Facade(facade.Member, facade.Type) : "")}}

            {{Source.Members(builder.Children.Select(Child))}}

            {{Source.Members(builder.Calls.Select(CallTemplate.Write))}}
        }
        """);

    /// <summary>Whether a value goes neither into a path nor into another builder: it stands behind a <c>#</c>, which is never sent.</summary>
    public static bool HasUnusedValues(BuilderShape builder) =>
        builder.Children.Count == 0 && builder.Values.Items.Any(v => !builder.Calls.Items.Any(c => c.Url.Items.Any(p => p.IsValue && p.Text == v.Name)));

    private static string Summary(BuilderShape builder) => builder.Client switch
    {
        null => $"Builds requests to `{builder.Path}`.",
        { Title: "" } => "The client of the service.",
        { Title: var title } => $"The client for {title}.",
    };

    // public sealed partial class PetsItemRequestBuilder(IRequestAdapter requestAdapter, long petId)
    //     : RequestBuilder<PetsItemRequestBuilder>(requestAdapter, "{+baseurl}/pets/{petId}")
    private static string Declaration(BuilderShape builder)
    {
        if (builder.Client is not null)
            return $"{builder.Name} : RequestBuilder";

        var parameters = string.Concat(builder.Values.Select(v => $", {v.Type} {v.Name}"));
        var self = builder.Calls.Count > 0 ? $"<{builder.Name}>" : "";
        return $"{builder.Name}(IRequestAdapter requestAdapter{parameters})\n    : RequestBuilder{self}(requestAdapter, {CSharpText.Literal(builder.Template)})";
    }

    // public ThreatsItemRequestBuilder this[string threatId] => new(RequestAdapter, threatId);
    private static string Child(ChildShape child)
    {
        var parameters = string.Join(", ", child.NewValues.Select(v => $"{v.Type} {v.Name}"));
        var arguments = string.Concat(child.Arguments.Select(a => $", {a}"));
        var member = child switch
        {
            { NewValues.Count: 0 } => child.Member,
            { Member: "" } => $"this[{parameters}]",
            _ => $"{child.Member}({parameters})",
        };
        return $"{Source.Lines([DocComment.Element("summary", $"Requests to `{child.Path}`."), .. child.NewValues.Select(ValueDoc)])}\npublic {child.Type} {member} => new(RequestAdapter{arguments});";
    }

    /// <summary>What the doc comment of a member says of a path parameter.</summary>
    public static string ValueDoc(ValueShape value) =>
        DocComment.Element($"param name=\"{value.Name.TrimStart('@')}\"", value.Description ?? $"The path parameter `{value.WireName}`.");
}
