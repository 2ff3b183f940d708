using Kiln.Generator.Shapes.Files;
using Kiln.Generator.Text;

namespace Kiln.Generator.Emission;

/// <summary>Writes the class that makes the URLs of servers.</summary>
internal static class ServersTemplate
{
    private const string RefusedValue = "/// <exception cref=\"global::System.ArgumentException\">A value is none of those that the document lists, or would change the structure of the URL.</exception>";

    public static string Write(ServersShape servers) => Source.Of($$"""
        /// <summary>Makes the URLs of the servers that the document names.</summary>
        {{Docs.TypeAttributes(servers.Doc)}}
        public static partial class {{servers.Name}}
        {
            {{Source.Members(servers.Servers.Select(Server))}}
        }
        """);

    private static string Server(ServerShape server) => Source.Of($$"""
        {{Docs.Write(server.Doc, DocComment.Code(server.Template), server.Doc.Summary is null ? null : DocComment.Code(server.Template))}}
        {{(server.IsRelative ? "/// <param name=\"address\">The URL of the document, or of its host: the server's URL is relative to it.</param>" : "")}}
        {{Source.Lines(server.Arguments.Select(ArgumentDoc))}}
        {{(server.IsRelative || server.Arguments.Count > 0 ? RefusedValue : "")}}
        public static Uri {{server.Name}}({{Parameters(server)}}) =>
            {{Url(server)}};
        """);

    private static string ArgumentDoc(ServerArgumentShape argument) =>
        DocComment.Element(
            $"param name=\"{argument.Name.TrimStart('@')}\"",
            argument.Description ?? $"The variable {DocComment.Code(argument.Variable)}.",
            argument is { Enum: { } type, Default: { } member } ? $"Default: {DocComment.Code($"{type}.{member}")}." : null);

    private static string Parameters(ServerShape server) => string.Join(", ",
    [
        .. server.IsRelative ? ["Uri address"] : Array.Empty<string>(),
        .. server.Arguments.Select(a => (a.Enum, a.Default) switch
        {
            (null, null) => $"string {a.Name}",
            (null, { } text) => $"string {a.Name} = {CSharpText.Literal(text)}",
            ({ } type, null) => $"{type} {a.Name}",
            ({ } type, _) => $"{type}? {a.Name} = null",
        }),
    ]);

    private static string Url(ServerShape server)
    {
        if (!server.IsRelative && server.Arguments.Count == 0)
            return $"new({CSharpText.Literal(server.Template)})";

        string[] arguments =
        [
            .. server.IsRelative ? ["address"] : Array.Empty<string>(),
            CSharpText.Literal(server.Template),
            .. server.Arguments.Select(a => (a.Enum, a.Default) switch
            {
                (null, _) => $"ServerVariable.Of({CSharpText.Literal(a.Variable)}, {a.Name})",
                (_, null) => $"ServerVariable.OneOf({CSharpText.Literal(a.Variable)}, {a.Name})",
                ({ } type, { } member) => $"ServerVariable.OneOf({CSharpText.Literal(a.Variable)}, {a.Name} ?? {type}.{member})",
            }),
        ];
        return $"ServerUrl.Create({Items.OnLines(arguments, around: 30)})";
    }
}
