using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api.Operations.Streams;

/// <summary>Finds what a request has to say to be answered as a stream, and checks what the document says of it.</summary>
internal sealed class StreamFlags(ResolveSchema resolve)
{
    private const string Property = "stream";
    private const string FormatProperty = "stream_format";
    private const string FormatValue = "sse";

    private static readonly string[] Parameters = [Property, WatchStreams.Parameter, "follow"];

    /// <summary>What an operation has for the choice between a stream and another body; <see langword="null"/> if it has no such choice.</summary>
    public StreamFlag? Find(Operation operation)
    {
        if (!operation.Successes.Any(r => r.HasBody && r.Contents.Any(c => c.Items is null)))
            return null;
        if (FindInBody(operation) is { } inBody)
            return inBody;
        return Parameters.FirstOrDefault(name => Query(operation, name) is { } parameter && IsBoolean(parameter.Schema)) is { } found
            ? new(found, IsInBody: false, "true", IsString: false)
            : null;
    }

    private StreamFlag? FindInBody(Operation operation)
    {
        var bodies = (operation.Body?.Contents ?? []).Where(c => c.Format is RequestFormat.Json or RequestFormat.Form or RequestFormat.Multipart).Select(c => c.Schema).OfType<Schema>().ToList();
        if (bodies.Exists(b => At(b, [Property]) is { Constant: null } property && IsBoolean(property.Schema)))
            return new("/" + Property, IsInBody: true, "true", IsString: false);
        return bodies.Exists(b => At(b, [FormatProperty]) is { Constant: null } property && resolve(property.Schema) is EnumSchema @enum && @enum.Values.Any(v => v is { IsString: true, Wire: FormatValue }))
            ? new("/" + FormatProperty, IsInBody: true, FormatValue, IsString: true)
            : null;
    }

    /// <summary>Whether a method can set a flag: the forms of a caller are not changed.</summary>
    public static bool IsSet(StreamFlag flag, Operation operation) => !flag.IsInBody || JsonBodies(operation).Any();

    /// <summary>What is wrong with a flag; <see langword="null"/> if nothing is.</summary>
    public string? Check(StreamFlag flag, Operation operation)
    {
        if (flag.IsInBody)
            return JsonBodies(operation).Any(b => At(b, JsonPointer.Parse(flag.Name)) is not null || resolve(b) is not ObjectSchema) ? null : $"the operation has no JSON request body with the property '{flag.Name}'";
        if (Query(operation, flag.Name) is not { } parameter)
            return $"the operation has no query parameter '{flag.Name}'";
        return Fits(flag, resolve(parameter.Schema)) ? null : $"the parameter '{flag.Name}' cannot be {flag.Value}; only booleans, integers, strings and enums of strings can be set";
    }

    private static bool Fits(StreamFlag flag, Schema schema) => schema switch
    {
        ScalarSchema { Type: "boolean" } => !flag.IsString && flag.Value is "true" or "false",
        ScalarSchema { Type: "integer", AllowsString: false } => !flag.IsString && int.TryParse(flag.Value, out _),
        ScalarSchema { Type: "string", Format: null } => flag.IsString,
        EnumSchema @enum => flag.IsString && @enum.Values.Any(v => v.IsString && v.Wire == flag.Value),
        _ => false,
    };

    private static IEnumerable<Schema> JsonBodies(Operation operation) =>
        (operation.Body?.Contents ?? []).Where(c => c.Format == RequestFormat.Json).Select(c => c.Schema).OfType<Schema>();

    private Property? At(Schema body, IReadOnlyList<string> path)
    {
        Property? property = null;
        foreach (var name in path)
        {
            property = (resolve(property?.Schema ?? body) as ObjectSchema)?.Properties.Items.FirstOrDefault(p => p.WireName == name);
            if (property is null)
                return null;
        }
        return property;
    }

    private static Parameter? Query(Operation operation, string name) => operation.Parameters.Items.FirstOrDefault(p => p.In == ParameterLocation.Query && p.WireName == name);

    private bool IsBoolean(Schema schema) => resolve(schema) is ScalarSchema { Type: "boolean" };
}
