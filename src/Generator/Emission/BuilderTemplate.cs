using Kiln.Generator.Shapes.Files;
using Kiln.Generator.Text;

namespace Kiln.Generator.Emission;

/// <summary>Writes a request builder or the client.</summary>
internal static class BuilderTemplate
{
    public static string Write(BuilderShape builder) => Source.Of($$"""
        {{Docs.Write(builder.Doc, Summary(builder))}}
        {{Docs.TypeAttributes(builder.Doc)}}
        public sealed partial class {{builder.Name}} : RequestBuilder
        {
            private const string Template = {{CSharpText.Literal(builder.Template)}};

            {{Source.Lines(builder.Values.Select(Field))}}

            {{(builder.Client is { } client ? ClientConstructor(builder, client) : Constructors(builder))}}

            {{Source.Members(builder.Children.Select(Child))}}

            {{(builder.Calls.Count > 0 && builder.Client is null ? WithUrl(builder) : "")}}

            {{Source.Members(builder.Calls.Select(CallTemplate.Write))}}

            {{(builder.SharedPath is not null ? BuildPath(builder) : "")}}
        }
        """);

    private static string Summary(BuilderShape builder) => builder.Client switch
    {
        null => $"Builds requests to `{builder.Path}`.",
        { Title: "" } => "The client of the service.",
        { Title: var title } => $"The client for {title}.",
    };

    private static string Field(ValueShape value) =>
        $"private readonly {value.Type} {value.Name}{(value.EmptyValue.Length == 0 ? "" : $" = {value.EmptyValue}")};";

    private static string Constructors(BuilderShape builder)
    {
        var parameters = string.Concat(builder.Values.Select(v => $", {v.Type} {v.Name}"));
        var made = builder.Values.Count == 0 ? Source.Of($$"""
            internal {{builder.Name}}(IRequestAdapter requestAdapter)
                : base(requestAdapter, Template) { }
            """) : Source.Of($$"""
            internal {{builder.Name}}(IRequestAdapter requestAdapter{{parameters}})
                : base(requestAdapter, Template)
            {
                {{Source.Lines(builder.Values.Select(v => $"this.{v.Name} = {v.Name};"))}}
            }
            """);
        var raw = Source.Of($$"""
            /// <summary>Initializes a new request builder for an absolute URL with its query.</summary>
            public {{builder.Name}}(string rawUrl, IRequestAdapter requestAdapter)
                : base(requestAdapter, Template, rawUrl) { }
            """);
        return Source.Members([made, builder.Calls.Count > 0 ? raw : ""]);
    }

    private static string ClientConstructor(BuilderShape builder, ClientShape client)
    {
        var adapter = client.ServerUrl is null ? "requestAdapter" : $"WithDefaultBaseUrl(requestAdapter, {CSharpText.Literal(client.ServerUrl)})";
        return Source.Of($$"""
            /// <summary>Initializes a new client.</summary>
            /// <param name="requestAdapter">The adapter that sends the requests, with the base URL and the authentication.</param>
            public {{builder.Name}}(IRequestAdapter requestAdapter)
                : base({{adapter}}, Template)
            {
                KilnDefaults.Register();
            }
            """);
    }

    private static string BuildPath(BuilderShape builder) => Source.Of($$"""
        private UrlBuilder BuildPath()
        {
            var url = CreateUrlBuilder();
            {{UrlTemplate.Path(builder.SharedPath)}}
            return url;
        }
        """);

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
        return $"""
            {Source.Lines([DocComment.Element("summary", $"Gets the request builder for `{child.Path}`."), .. child.NewValues.Select(ValueDoc), child.NewValues.Count > 0 ? "/// <returns>The request builder.</returns>" : ""])}
            public {child.Type} {member} => new(RequestAdapter{arguments});
            """.Replace("\r\n", "\n");
    }

    private static string ValueDoc(ValueShape value) =>
        DocComment.Element($"param name=\"{value.Name.TrimStart('@')}\"", value.Description ?? $"The path parameter `{value.WireName}`.");

    private static string WithUrl(BuilderShape builder) => $"""
        /// <summary>Returns a request builder for an absolute URL with its query, such as a next-page link.</summary>
        public {builder.Name} WithUrl(string rawUrl) => new(rawUrl, RequestAdapter);
        """.Replace("\r\n", "\n");
}
