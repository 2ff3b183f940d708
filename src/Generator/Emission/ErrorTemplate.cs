using Kiln.Generator.Shapes.Files;
using Kiln.Generator.Text;

namespace Kiln.Generator.Emission;

/// <summary>Writes an exception that carries an error's body.</summary>
internal static class ErrorTemplate
{
    public static string Write(ErrorShape error) => Source.Of($$"""
        {{Docs.Write(error.Doc)}}
        /// <param name="context">The answer: its status, headers and text.</param>
        /// <param name="error">The body; null when it was something else, whose text is still in <see cref="ServiceException.BodyText"/>.</param>
        {{Docs.TypeAttributes(error.Doc)}}
        public sealed partial class {{error.Name}}(ResponseDetails context, {{error.Model}}? error) : ServiceException<{{error.Model}}>(context, error)
        {
            /// <summary>How an error's body becomes this exception.</summary>
            public static ErrorBody Body { get; } = ErrorBody.Create(WireType.Model<{{error.Model}}>(), static (context, error) => new {{error.Name}}(context, error));
        }
        """);
}
