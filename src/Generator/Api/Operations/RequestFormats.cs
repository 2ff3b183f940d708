using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Api.Operations.Streams;

namespace Kiln.Generator.Api.Operations;

/// <summary>Decides how a request body is written, by its media type and schema.</summary>
internal sealed class RequestFormats(ResolveSchema resolve)
{
    private static readonly HashSet<string> PatchMembers = new(StringComparer.Ordinal) { "op", "path", "from", "value" };

    public RequestFormat Of(string mediaType, Schema? schema) => MediaTypes.NameOf(mediaType) switch
    {
        "application/json-patch+json" when IsPatch(schema) => RequestFormat.JsonPatch,
        "application/x-www-form-urlencoded" => HasFields(schema) ? RequestFormat.Form : RequestFormat.Stream,
        "application/xml" => RequestFormat.Xml,
        "application/yaml" or "application/x-yaml" => RequestFormat.Text,
        var type when StreamFormats.Of(type) is ItemFormat.Lines or ItemFormat.Sequence => RequestFormat.JsonLines,
        var type when type.StartsWith("multipart/", StringComparison.Ordinal) => RequestFormat.Multipart,
        var type when type is "text/xml" || type.EndsWith("+xml", StringComparison.Ordinal) => RequestFormat.Xml,
        var type when type.EndsWith("+yaml", StringComparison.Ordinal) => RequestFormat.Text,
        _ when IsBinary(schema) => RequestFormat.Stream,
        _ => MediaTypes.KindOf(mediaType) switch { BodyKind.Json => RequestFormat.Json, BodyKind.Text => RequestFormat.Text, _ => RequestFormat.Stream },
    };

    // What it says of a list of operations RFC 6902 says as well; anything else is a format of the service's own.
    private bool IsPatch(Schema? schema) => schema is null || resolve(schema) switch
    {
        AnySchema or ObjectSchema { Properties.Count: 0, AdditionalProperties: null } or DictionarySchema { Values: AnySchema } => true,
        ArraySchema array => IsPatchOperation(array.Items),
        _ => false,
    };

    private bool IsPatchOperation(Schema schema) => resolve(schema) switch
    {
        AnySchema => true,
        ObjectSchema @object => @object.Properties.All(p => PatchMembers.Contains(p.WireName)),
        UnionSchema union => union.Cases.All(c => resolve(c.Schema) is not UnionSchema && IsPatchOperation(c.Schema)),
        _ => false,
    };

    private bool IsBinary(Schema? schema) => schema is not null && resolve(schema) is ScalarSchema { Type: "string", Format: "binary" };

    // A form without a schema has whatever fields the caller gives it.
    private bool HasFields(Schema? schema) => schema is null || resolve(schema) is ObjectSchema or DictionarySchema or UnionSchema or AnySchema;
}
