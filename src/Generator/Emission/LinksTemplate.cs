using Kiln.Generator.Shapes.Files;
using Kiln.Generator.Text;

namespace Kiln.Generator.Emission;

/// <summary>Writes the class whose methods follow links.</summary>
internal static class LinksTemplate
{
    public static string Write(LinksShape links) => Source.Of($$"""
        /// <summary>Follows the links of responses: each method returns the request builder of the operation that a link leads to.</summary>
        {{Docs.TypeAttributes(links.Doc)}}
        public static partial class {{links.Name}}
        {
            {{Source.Members(links.Links.Select(l => Link(l, links.Client)))}}
        }
        """);

    private static string Link(LinkShape link, string client) => Source.Of($$"""
        {{DocComment.Element("summary", $"Follows the link {DocComment.Code(link.Key)} to {DocComment.Code(link.Operation)}.", link.Description)}}
        {{(link.IsGeneric ? "/// <typeparam name=\"THeaders\">The type of the response's headers.</typeparam>" : "")}}
        /// <param name="response">The response, or the item of it, that has the link.</param>
        /// <param name="client">The client that sends the request.</param>
        {{Source.Lines(link.Arguments.Select(ArgumentDoc))}}
        /// <returns>The request builder of the operation.</returns>
        /// <exception cref="InvalidOperationException">The response has no value for a parameter of the link, or one of another type.</exception>
        public static {{link.Builder}} {{link.Name}}{{(link.IsGeneric ? "<THeaders>" : "")}}(this {{link.Receiver}} response, {{client}} client{{string.Concat(link.Arguments.Select(a => $", {a.Type} {a.Name}"))}}) =>
            {{link.Expression}};
        """);

    private static string ArgumentDoc(LinkArgumentShape argument) => DocComment.Element(
        $"param name=\"{argument.Name.TrimStart('@')}\"",
        argument.Expression is { } expression ? $"The value that the request had, {DocComment.Code(expression)}." : $"The path parameter {DocComment.Code(argument.WireName)}, of which the link says nothing.");
}
