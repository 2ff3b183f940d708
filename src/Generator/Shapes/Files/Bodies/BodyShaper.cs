using Kiln.Generator.Api.Model;
using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Calls.Bodies;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types;

namespace Kiln.Generator.Shapes.Files;

/// <summary>Makes the shape of a request body: the argument of the methods, and how it is written.</summary>
internal sealed class BodyShaper(NameResolver names, TypeWriter types)
{
    public BodyShape Body(BodyPlan body, string? description)
    {
        return new(
            TypeOf(body),
            ContentOf(body, IsNullable(body)),
            MediaTypeOf(body.Sent),
            body.IsRequired,
            body is { IsRequired: false, Type.IsValueType: true, Format: not RequestFormat.JsonLines },
            body.Sent.NeedsContentType,
            description,
            OtherTypes(body.Sent),
            ContentTypes(body.Sent));
    }

    /// <summary>The type of the argument.</summary>
    public string TypeOf(BodyPlan body) => TypeOf(body, IsNullable(body)) + (body.IsRequired ? "" : "?");

    private static bool IsNullable(BodyPlan body) => body is { IsRequired: true, IsNullable: true, Format: RequestFormat.Json };

    private string TypeOf(BodyPlan body, bool isNullable) => body.Format switch
    {
        RequestFormat.Json => types.Write(body.Type!, isNullable),
        RequestFormat.Form => types.Write(body.Type!),
        RequestFormat.JsonPatch => Own("JsonPatch"),
        RequestFormat.Multipart => body.Form is { } form ? names.Write(form.Name) : Own("MultipartForm"),
        RequestFormat.Text => "string",
        RequestFormat.Xml => Own("XmlBody"),
        RequestFormat.JsonLines => Framework($"IAsyncEnumerable<{types.Write(body.Type!)}>", "System.Collections.Generic"),
        _ => Framework("Stream", "System.IO"),
    };

    private ContentShape ContentOf(BodyPlan body, bool isNullable) => body.Format switch
    {
        RequestFormat.Json => new JsonContentShape(types.Wire(body.Type!, isNullable)),
        RequestFormat.JsonPatch => new OwnContentShape(Own("SetJsonPatchContent"), "application/json-patch+json"),
        RequestFormat.Multipart => new OwnContentShape(Own("SetMultipartContent"), "multipart/form-data"),
        RequestFormat.Form => new TypedContentShape(Own("SetFormContent"), types.Wire(body.Type!), "application/x-www-form-urlencoded", Styles(body.Sent.Content.Encodings)),
        RequestFormat.Text => new StringContentShape(),
        RequestFormat.Xml => new OwnContentShape(Own("SetXmlContent"), "application/xml"),
        RequestFormat.JsonLines => new TypedContentShape(Own("SetJsonLinesContent"), types.Wire(body.Type!), "application/x-ndjson", []),
        _ => new StreamContentShape(),
    };

    private static EquatableArray<FieldStyleShape> Styles(EquatableArray<PartEncoding> encodings) => encodings
        .Select(e => FieldStyles.Of(e) is { } style ? new FieldStyleShape(e.Name, style) : null)
        .OfType<FieldStyleShape>()
        .ToEquatableArray();

    // Of several media types the first is sent that is no range.
    private static string MediaTypeOf(SentBody sent) =>
        MediaTypes.ToSend(sent.Format == RequestFormat.Stream ? sent.MediaTypes.FirstOrDefault(m => !m.Contains("*")) ?? sent.Content.MediaType : sent.Content.MediaType);

    private static EquatableArray<string> OtherTypes(SentBody sent) =>
        sent.NeedsContentType ? [] : sent.MediaTypes.Where(m => m != MediaTypeOf(sent) && !m.Contains("*")).Distinct(StringComparer.Ordinal).ToEquatableArray();

    // With a single one nothing is compared: servers often take more than their documents say.
    private static EquatableArray<string> ContentTypes(SentBody sent) =>
        sent.NeedsContentType || sent.MediaTypes.Count < 2 || sent.MediaTypes.Contains("*/*") ? [] : sent.MediaTypes.Distinct(StringComparer.Ordinal).ToEquatableArray();

    // Both types of bodies and the methods that write them.
    private string Own(string name)
    {
        names.Use("Kiln.Runtime.Requests.Bodies");
        return name;
    }

    private string Framework(string type, string @namespace)
    {
        names.Use(@namespace);
        return type;
    }
}
