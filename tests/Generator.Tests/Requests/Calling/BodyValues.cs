using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kiln.Generator.Tests.Requests.Decoding;
using Kiln.Generator.Tests.Requests.Document;

namespace Kiln.Generator.Tests.Requests.Calling;

/// <summary>Makes the C# value of a body: a model, a form with files, a JSON Patch, a stream and so on.</summary>
internal static class BodyValues
{
    /// <summary>The kind of body that a C# type is made for; <see langword="null"/> for a type of values, which is JSON or a form.</summary>
    public static BodyKind? KindOf(Type type) =>
        type == typeof(Stream) ? BodyKind.Binary
        : type == typeof(string) ? BodyKind.Text
        : type.Name == "XmlBody" ? BodyKind.Xml
        : type.Name == "JsonPatch" ? BodyKind.JsonPatch
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>) ? BodyKind.Lines
        : IsForm(type) ? BodyKind.Multipart
        : null;

    /// <summary>The value of a body.</summary>
    public static object Of(Type type, JsonNode body)
    {
        if (type == typeof(Stream))
            return new MemoryStream(Bytes(body));
        if (type.Name == "XmlBody")
            return Activator.CreateInstance(type, body.GetValue<string>())!;
        if (type.Name == "JsonPatch")
            return Patch(type, body.AsArray());
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>))
            return typeof(BodyValues).GetMethod(nameof(Items), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(type.GetGenericArguments()).Invoke(null, [body.AsArray()])!;
        if (IsForm(type))
            return Form(type, body.AsObject());
        return CSharpValues.Of(type, body, null)!;
    }

    private static bool IsForm(Type type) => type.Name == "MultipartForm" || type.BaseType?.Name == "MultipartForm";

    private static byte[] Bytes(JsonNode body) => Encoding.UTF8.GetBytes(body is JsonValue value && value.TryGetValue<string>(out var text) ? text : body.ToJsonString());

    private static object Form(Type type, JsonObject fields)
    {
        var form = Activator.CreateInstance(type)!;
        List<PropertyInfo> properties = [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(p => p.SetMethod is { IsPublic: true })];
        var match = NameMatch.Of([.. fields.Select(f => (f.Key, ""))], [.. properties.Select(p => p.Name)]);
        foreach (var ((name, value), index) in fields.Zip(match))
        {
            if (index >= 0)
                properties[index].SetValue(form, Field(properties[index].PropertyType, value!));
            else
                type.GetMethod("Add", [typeof(string), typeof(string), typeof(string)])!.Invoke(form, [name, Encoding.UTF8.GetString(Bytes(value!)), value is JsonObject ? "application/json" : null]);
        }
        return form;
    }

    private static object? Field(Type type, JsonNode value)
    {
        if (type.Name == "FilePart")
            return File(type, value);
        if (type.IsGenericType && type.GetGenericArguments() is [{ Name: "FilePart" } file])
        {
            // Where the document allows one file or several, one is a list of one.
            List<JsonNode?> items = value is JsonArray list ? [.. list] : [value];
            var files = Array.CreateInstance(file, items.Count);
            for (var i = 0; i < files.Length; i++)
                files.SetValue(File(file, items[i]!), i);
            return files;
        }
        return CSharpValues.Of(type, value, null);
    }

    // A path is no part of the name that is sent (RFC 7578, section 4.2).
    private static object File(Type type, JsonNode value) =>
        type.GetMethod("FromBytes")!.Invoke(null, [new ReadOnlyMemory<byte>(Bytes(value)), "../dir/" + BodyDecoder.FileName, null])!;

    private static object Patch(Type type, JsonArray operations)
    {
        dynamic patch = Activator.CreateInstance(type)!;
        foreach (var operation in operations.Select(o => o!.AsObject()))
        {
            var path = operation["path"]!.GetValue<string>();
            switch (operation["op"]!.GetValue<string>())
            {
                case "add": patch.Add(path, JsonSerializer.SerializeToElement(operation["value"])); break;
                case "replace": patch.Replace(path, JsonSerializer.SerializeToElement(operation["value"])); break;
                case "test": patch.Test(path, JsonSerializer.SerializeToElement(operation["value"])); break;
                case "remove": patch.Remove(path); break;
                case "move": patch.Move(operation["from"]!.GetValue<string>(), path); break;
                default: patch.Copy(operation["from"]!.GetValue<string>(), path); break;
            }
        }
        return patch;
    }

    private static async IAsyncEnumerable<T> Items<T>(JsonArray items)
    {
        foreach (var item in items)
        {
            await Task.Yield();
            yield return (T)CSharpValues.Of(typeof(T), item, null)!;
        }
    }
}
