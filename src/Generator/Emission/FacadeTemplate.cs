using Kiln.Generator.Shapes.Files;
using Kiln.Generator.Text;

namespace Kiln.Generator.Emission;

/// <summary>Writes a part of the class that has the methods of all operations, each of which calls the one of a request builder.</summary>
internal static class FacadeTemplate
{
    public static string Write(FacadeShape facade) => Source.Of($$"""
        {{(facade.IsFirst ? FirstDocs(facade) : "")}}
        public sealed partial class {{facade.Name}}{{(facade.IsFirst ? "(IRequestAdapter requestAdapter)" : "")}}
        {
            {{(facade.IsFirst ? "private IRequestAdapter RequestAdapter { get; } = requestAdapter;" : "")}}

            {{Source.Members(facade.Operations.SelectMany(o => o.Methods.Select(m => Method(o, m))))}}
        }
        """);

    private static string FirstDocs(FacadeShape facade) => Source.Lines(
    [
        Docs.Write(facade.Doc, "The methods of all operations, called by the operations' ids. It is thread-safe."),
        "/// <param name=\"requestAdapter\">Sends the requests.</param>",
        Docs.TypeAttributes(facade.Doc),
    ]);

    private static string Method(FacadeOperationShape operation, FacadeMethodShape method)
    {
        var parameters = string.Concat(operation.Values.Select(v => $"{v.Type} {v.Name}, "))
            + string.Concat(method.Parameters.Select(p => $"{p.Type} {p.Name}{(p.Default is { } value ? $" = {value}" : "")}, "));
        var values = string.Concat(operation.Values.Select(v => $", {v.Name}"));
        var arguments = string.Concat(method.Parameters.Select(p => $"{p.Name}, "));
        return Source.Of($$"""
            /// <inheritdoc cref="{{operation.Builder}}.{{method.Called}}"/>
            {{Source.Lines(operation.Values.Select(BuilderTemplate.ValueDoc))}}
            {{Docs.Obsolete(operation.Deprecation)}}
            public {{method.Type}} {{method.Name}}(
                {{parameters}}{{operation.Configure}}? configure = null{{(method.IsSent ? ", CancellationToken cancellationToken = default" : "")}}) =>
                new {{operation.Builder}}(RequestAdapter{{values}}).{{method.Called}}({{arguments}}configure{{(method.IsSent ? ", cancellationToken" : "")}});
            """);
    }
}
