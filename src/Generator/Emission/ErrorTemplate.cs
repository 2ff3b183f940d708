using Kiln.Generator.Shapes.Files;
using Kiln.Generator.Text;

namespace Kiln.Generator.Emission;

/// <summary>Writes an exception that carries an error's body.</summary>
internal static class ErrorTemplate
{
    public static string Write(ErrorShape error) => Source.Of($$"""
        {{Docs.Write(error.Doc, $"The exception that is thrown for an error response whose body is `{error.Model}`.")}}
        /// <param name="response">The response, with its status, headers and text.</param>
        /// <param name="error">The deserialized body; null if it is of another type, whose text is in <see cref="ServiceException.BodyText"/>.</param>
        {{Docs.TypeAttributes(error.Doc)}}
        public sealed partial class {{error.Name}}(ResponseDetails response, {{error.Model}}? error) : ServiceException<{{error.Model}}>(response, error)
        {
            /// <summary>Gets the mapping of the error body to this exception.</summary>
            public static ErrorBody Body { get; } = ErrorBody.Create(WireType.Model<{{error.Model}}>(), static (response, error) => new {{error.Name}}(response, error));
        }
        """);
}
