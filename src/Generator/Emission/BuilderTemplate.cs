using Kiln.Generator.Shapes.Files;
using Kiln.Generator.Text;

namespace Kiln.Generator.Emission;

/// <summary>Writes a request builder or the client.</summary>
internal static class BuilderTemplate
{
    public static string Write(BuilderShape builder) => Source.Of($$"""
        {{Docs.Write(builder.Doc)}}
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

    private static string Field(ValueShape value) =>
        $"private readonly {value.Type} {value.Name}{(value.EmptyValue.Length == 0 ? "" : $" = {value.EmptyValue}")};";

    private static string Constructors(BuilderShape builder)
    {
        var parameters = string.Concat(builder.Values.Select(v => $", {v.Type} {v.Name}"));
        var made = Source.Of($$"""
            internal {{builder.Name}}(IRequestAdapter requestAdapter{{parameters}})
                : base(requestAdapter, Template)
            {
                {{Source.Lines(builder.Values.Select(v => $"this.{v.Name} = {v.Name};"))}}
            }
            """);
        var raw = Source.Of($$"""
            /// <summary>Makes a builder for a URL that is given whole, with its query, such as one that the service answered.</summary>
            public {{builder.Name}}(string rawUrl, IRequestAdapter requestAdapter)
                : base(requestAdapter, Template, rawUrl)
            {
            }
            """);
        return Source.Members([made, builder.Calls.Count > 0 ? raw : ""]);
    }

    private static string ClientConstructor(BuilderShape builder, ClientShape client)
    {
        var adapter = client.ServerUrl is null ? "requestAdapter" : $"WithDefaultBaseUrl(requestAdapter, {CSharpText.Literal(client.ServerUrl)})";
        return Source.Of($$"""
            /// <summary>Makes a client on an adapter, which knows the service's address and how to authenticate.</summary>
            /// <param name="requestAdapter">What sends the requests.</param>
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
            {Docs.Write(child.Doc)}{string.Concat(child.NewValues.Select(v => "\n" + ValueDoc(v)))}
            public {child.Type} {member} => new(RequestAdapter{arguments});
            """.Replace("\r\n", "\n");
    }

    private static string ValueDoc(ValueShape value) =>
        DocComment.Element($"param name=\"{value.Name.TrimStart('@')}\"", value.Description ?? "A value in the path.");

    private static string WithUrl(BuilderShape builder) => $"""
        /// <summary>The same requests to a URL that is given whole, with its query.</summary>
        public {builder.Name} WithUrl(string rawUrl) => new(rawUrl, RequestAdapter);
        """.Replace("\r\n", "\n");
}
