using Kiln.Generator.Shapes.Files;
using Kiln.Generator.Text;

namespace Kiln.Generator.Emission;

/// <summary>Writes the constructors of a client.</summary>
internal static class ClientTemplate
{
    public static string Constructors(BuilderShape builder, ClientShape client) => Source.Members(
    [
        client.ServerUrl is { } url ? OfCredentials(builder.Name, url, client) : "",
        OfServer(builder.Name, client),
        OfOptions(builder.Name, client),
        OfAdapter(builder, client),
        CreateAdapter(client),
    ]);

    /// <summary>The property that gives the methods of all operations.</summary>
    public static string Facade(string member, string type) => Source.Of($$"""
        /// <summary>All operations, each as methods that are called by its id and take the parameters of its path first.</summary>
        public {{type}} {{member}} => new(RequestAdapter);
        """);

    private static string OfCredentials(string name, string url, ClientShape client) => Source.Of($$"""
        {{DocComment.Element("summary", $"Initializes a new client for {DocComment.Code(url)}. It is thread-safe; create one and reuse it.")}}
        {{CredentialsDoc(client)}}
        public {{name}}({{CredentialsParameter(client)}})
            : this(CreateAdapter(new {{client.OptionsType}}({{Credentials(client)}})))
        {
        }
        """);

    private static string OfServer(string name, ClientShape client) => Source.Of($$"""
        /// <summary>Initializes a new client for a server. It is thread-safe; create one and reuse it.</summary>
        /// <param name="server">The base URL of the service, to which the paths of the operations are appended{{(client.Servers is { } servers ? $"; see <see cref=\"{servers}\"/> for those that the document names" : "")}}.</param>
        {{CredentialsDoc(client)}}
        /// <exception cref="global::System.ArgumentException">The URL is not absolute, not of http or https, or has user information, a query or a fragment.</exception>
        public {{name}}(Uri server{{(client.Credentials is null ? "" : ", " + CredentialsParameter(client))}})
            : this(CreateAdapter(new {{client.OptionsType}}{{(client.Credentials is null ? "" : "(credentials)")}} { Server = server }))
        {
        }
        """);

    private static string OfOptions(string name, ClientShape client) => Source.Of($$"""
        /// <summary>Initializes a new client. It is thread-safe; create one and reuse it.</summary>
        /// <param name="options">The options, which are read once.{{(client.ServerUrl is null ? $" They must have a <see cref=\"{client.OptionsType}.Server\"/>." : "")}}</param>
        {{(client.ServerUrl is null ? "/// <exception cref=\"global::System.ArgumentException\">The options have no server.</exception>" : "")}}
        public {{name}}({{client.Options}} options)
            : this(CreateAdapter(options))
        {
        }
        """);

    private static string OfAdapter(BuilderShape builder, ClientShape client)
    {
        var adapter = client.ServerUrl is null ? "requestAdapter" : $"WithDefaultBaseUrl(requestAdapter, {CSharpText.Literal(client.ServerUrl)})";
        return Source.Of($$"""
            /// <summary>Initializes a new client.</summary>
            /// <param name="requestAdapter">The adapter that sends the requests, with the base URL and the authentication.</param>
            public {{builder.Name}}(IRequestAdapter requestAdapter)
                : base({{adapter}}, {{CSharpText.Literal(builder.Template)}})
            {
                KilnDefaults.Register();
            }
            """);
    }

    private static string CreateAdapter(ClientShape client)
    {
        string[] arguments =
        [
            "options",
            .. client.ServerUrl is { } url ? [CSharpText.Literal(url)] : client.Security is null && client.OperationServers.Count == 0 ? Array.Empty<string>() : ["null"],
            .. client.Security is { } security ? [security] : client.OperationServers.Count == 0 ? Array.Empty<string>() : ["null"],
            .. client.OperationServers.Select(CSharpText.Literal),
        ];
        return $"private static {client.AdapterType} CreateAdapter({client.OptionsType} options) =>\n    new({Items.OnLines(arguments, around: 20)});";
    }

    private static string CredentialsDoc(ClientShape client) => client.Credentials is { } credentials
        ? $"/// <param name=\"credentials\">The credentials, made by <see cref=\"{credentials}\"/>. Each request gets those that its operation requires.</param>"
        : "";

    private static string CredentialsParameter(ClientShape client) => client.Credentials is null ? "" : $"params {client.CredentialType}[] credentials";

    private static string Credentials(ClientShape client) => client.Credentials is null ? "" : "credentials";
}
