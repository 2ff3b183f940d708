using Kiln.Generator.Shapes.Files;
using Kiln.Generator.Text;

namespace Kiln.Generator.Emission;

/// <summary>Writes the class of a client's options.</summary>
internal static class ClientOptionsTemplate
{
    public static string Write(ClientOptionsShape options) => Source.Of($$"""
        /// <summary>The options of a <see cref="{{options.Client}}"/>.</summary>
        /// <inheritdoc path="remarks"/>
        {{Docs.TypeAttributes(options.Doc)}}
        public sealed partial class {{options.Name}} : {{options.BaseType}}
        {
        }
        """);
}
