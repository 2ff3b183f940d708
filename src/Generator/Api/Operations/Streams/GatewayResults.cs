using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Nodes;

namespace Kiln.Generator.Api.Operations.Streams;

/// <summary>
/// Finds the streams of gRPC-Gateway, which answers each message of a streaming call as an object <c>{"result": …}</c> on a line of its own, and an error that ends the
/// stream as <c>{"error": …}</c>. Its documents have these objects as JSON bodies whose schema is called "Stream result of" the message.
/// </summary>
internal static class GatewayResults
{
    private const string Result = "result";
    private const string Error = "error";
    private const string TitleStart = "Stream result of ";
    private const string Remark = "(streaming responses)";

    /// <summary>The property of the message in each line, and that of an error; <see langword="null"/> for a body that is no such stream.</summary>
    /// <param name="schema">The schema of the body.</param>
    /// <param name="description">What the document says of the response.</param>
    public static (SchemaNode Item, string Result, string? Error)? Of(SchemaNode schema, string? description)
    {
        var properties = schema.Actual.Properties;
        if (!(schema.Actual.Title?.StartsWith(TitleStart, StringComparison.Ordinal) == true || description?.Contains(Remark) == true)
            || properties.FirstOrDefault(p => p.Name == Result) is not { } result || properties.Any(p => p.Name is not (Result or Error)))
            return null;
        return (result.Schema, Result, properties.Count > 1 ? Error : null);
    }
}
