using Kiln.Generator.Shapes.Files;
using Kiln.Generator.Text;

namespace Kiln.Generator.Emission;

/// <summary>Writes the class that adds a client to the services of an application.</summary>
internal static class ServicesTemplate
{
    public static string Write(ServicesShape services) => Source.Of($$"""
        /// <summary>Adds a <see cref="{{services.Client}}"/> to the services of an application.</summary>
        /// <remarks>
        /// The client is a singleton, which is created with the first use. It sends its requests by <c>IHttpClientFactory</c>, and has the retries that are added to the builder. The options are checked when the application
        /// starts; with a key, they have it as their name.
        /// </remarks>
        {{Docs.TypeAttributes(services.Doc)}}
        public static partial class {{services.Name}}
        {
            {{Source.Members([Registration(services), .. Methods(services)])}}
        }
        """);

    private static string Registration(ServicesShape services)
    {
        var type = $"{services.Types.Registration}<{services.Client}, {services.Types.Options}>";
        string[] members =
        [
            .. Entries("Schemes", services.Types.Scheme, services.Schemes),
            .. Entries("Servers", "Uri", services.Servers),
        ];
        var start = $"private static readonly {type} Registration =\n    new(static options => new {services.Client}(options))";
        return members.Length == 0 ? start + ";" : Source.Of($$"""
            {{start}}
                {
                    {{Source.Lines(members)}}
                };
            """);
    }

    private static IEnumerable<string> Entries(string property, string type, IEnumerable<NamedExpression> entries) => !entries.Any() ? [] :
    [
        Source.Of($$"""
            {{property}} = new Dictionary<string, {{type}}>
            {
                {{Source.Lines(entries.Select(e => $"[{CSharpText.Literal(e.Name)}] = {e.Expression},"))}}
            },
            """),
    ];

    private static IEnumerable<string> Methods(ServicesShape services)
    {
        var (types, name) = (services.Types, services.Client.Split('.').Last().TrimStart('@'));
        foreach (var (method, call, key, keyDoc) in new[]
        {
            ($"Add{name}", "Add", "", ""),
            ($"AddKeyed{name}", "AddKeyed", "string key, ", "/// <param name=\"key\">The key of the service.</param>"),
        })
        {
            var given = key.Length > 0 ? "key, " : "";
            var refused = key.Length > 0 ? "/// <exception cref=\"global::System.ArgumentException\">The key is empty.</exception>" : "";
            var what = key.Length > 0 ? "the client as a service with a key" : "the client";
            yield return Source.Of($$"""
                /// <summary>Adds {{what}}.</summary>
                /// <param name="services">The services.</param>
                {{keyDoc}}
                /// <param name="configure">Sets the options; null for none.</param>
                /// <returns>The builder of its HTTP client.</returns>
                {{refused}}
                public static {{types.Builder}} {{method}}(this {{types.Services}} services, {{key}}Action<{{types.Options}}>? configure = null) =>
                    Registration.{{call}}(services, {{given}}configure);
                """);
            yield return Source.Of($$"""
                /// <summary>Adds {{what}}, with options from the configuration{{(key.Length > 0 ? $", whose keys are those of <c>Add{name}</c>" : Keys(services))}}.</summary>
                /// <param name="services">The services.</param>
                {{keyDoc}}
                /// <param name="section">The section of the configuration. Keys that are not listed are ignored.</param>
                /// <param name="configure">Sets more options, after those of the section; null for none.</param>
                /// <returns>The builder of its HTTP client.</returns>
                {{refused}}
                public static {{types.Builder}} {{method}}(this {{types.Services}} services, {{key}}{{types.Configuration}} section, Action<{{types.Options}}>? configure = null) =>
                    Registration.{{call}}(services, {{given}}section, configure);
                """);
        }
    }

    private static string Keys(ServicesShape services)
    {
        string[] keys = ["BaseUrl", "Server", "IgnoreOperationServers", "Timeout", "UserAgent", .. services.CredentialKeys.Select(k => $"Credentials:{k}")];
        return $": {string.Join(", ", keys.Select(k => $"<c>{k}</c>"))}";
    }
}
