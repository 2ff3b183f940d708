using Kiln.Generator.Shapes.Files;
using Kiln.Generator.Text;

namespace Kiln.Generator.Emission;

/// <summary>Writes an exception that carries an error's body.</summary>
internal static class ErrorTemplate
{
    public static string Write(ErrorShape error) => Source.Of($$"""
        {{Docs.Write(error.Doc, $"The exception that is thrown for an error response whose body is {(error.Form == ErrorForm.Text ? "a text" : $"`{error.Type}`")}.")}}
        /// <param name="response">The response, with its status, headers and text.</param>
        /// <param name="error">The deserialized body; null if it is of another type, whose text is in <see cref="ServiceException.BodyText"/>.</param>
        {{Docs.TypeAttributes(error.Doc)}}
        public sealed partial class {{error.Name}}(ResponseDetails response, {{error.Type}}? error) : ServiceException<{{Argument(error)}}>(response, error)
        {
            {{Source.Members([Body(error), error.Headers is { } headers ? Headers(headers) : ""])}}
        }
        """);

    private static string Argument(ErrorShape error) => error.Form == ErrorForm.JsonValue ? error.Type + "?" : error.Type;

    private static string Body(ErrorShape error) => $"""
        /// <summary>Gets the mapping of the error body to this exception.</summary>
        public static ErrorBody Body {"{ get; }"} = ErrorBody.{Create(error)}static (response, error) => new {error.Name}(response, error));
        """;

    private static string Create(ErrorShape error) => error.Form switch
    {
        ErrorForm.Model => $"Create<{error.Type}>(",
        ErrorForm.Text => "CreateText(",
        _ => $"Create({error.Wire}, ",
    };

    private static string Headers(string type) => $"""
        /// <summary>Gets the headers that the document defines for the response.</summary>
        public {type} TypedHeaders => GetHeaders<{type}>();
        """;
}
