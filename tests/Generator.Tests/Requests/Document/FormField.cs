namespace Kiln.Generator.Tests.Requests.Document;

/// <summary>A field of a form as the document has it: a property of its schema, or a parameter of OpenAPI 2.0.</summary>
/// <param name="Name">The name.</param>
/// <param name="Style">Its style, where the document says one; <see langword="null"/> where its content type decides.</param>
/// <param name="ContentType">The content type that the document gives it.</param>
internal sealed record FormField(string Name, Serialization? Style, string? ContentType)
{
    /// <summary>How a field of a form is encoded (OpenAPI 3.1.1, "Encoding Object").</summary>
    public static FormField Of(RawContent content, string name)
    {
        if (content.FormFields is { } fields)
            return new(name, fields.FirstOrDefault(f => f.Name == name)?.Serialization, null);
        var encoding = content.Encoding?[name];
        var hasStyle = encoding is { } e && (e["style"] ?? e["explode"] ?? e["allowReserved"]) is not null;
        var style = encoding?.TextOf("style") ?? "form";
        return new(
            name,
            hasStyle ? new(style, encoding?["explode"]?.IsTrue ?? (encoding?["explode"] is null && style == "form"), null, encoding?["allowReserved"]?.IsTrue ?? false) : null,
            encoding?.TextOf("contentType"));
    }
}
