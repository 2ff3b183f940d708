using System.Buffers;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Kiln.Runtime.Http;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Requests.Bodies;

/// <summary>Collects the parts of one multipart request. Emitted forms add to it; null values are not sent.</summary>
/// <remarks>
/// A value is sent as text if its JSON is a string, number or boolean, and as JSON otherwise, unless the document gives it a content type (OpenAPI 3.1.1, "Encoding Object").
/// Not thread-safe.
/// </remarks>
public sealed class MultipartParts
{
    private const string Json = "application/json";
    private const string Bytes = "application/octet-stream";

    private readonly List<PartContent> contents = [];
    private ArrayBufferWriter<byte> text = new(1024);

    internal MultipartParts(string boundary) => Boundary = boundary;

    /// <summary>What separates the parts.</summary>
    internal string Boundary { get; }

    /// <summary>The media type of the first part; null before there is one.</summary>
    internal string? FirstType { get; private set; }

    /// <summary>The headers of parts, by their names.</summary>
    internal IReadOnlyDictionary<string, IDictionary<string, string>>? PartHeaders { get; set; }

    /// <summary>A boundary that no content has, but by a chance of 1 in 2^128.</summary>
    internal static string NewBoundary() => "kiln-" + Convert.ToHexString(RandomNumberGenerator.GetBytes(16));

    /// <summary>Adds a file, or nothing for null.</summary>
    /// <param name="name">The name of the part.</param>
    /// <param name="file">The file.</param>
    /// <param name="contentType">The media type that the document defines, for a file without its own; null for <c>application/octet-stream</c>.</param>
    /// <exception cref="ArgumentException">A header of the part cannot be sent.</exception>
    public void Add(string name, FilePart? file, string? contentType = null)
    {
        if (file is null)
            return;
        Begin(name, file.ContentType ?? contentType ?? Bytes, file);
        var content = file.Open();
        if (content is BytesContent { Bytes: { Length: <= 4096 } bytes })
        {
            text.Write(bytes.Span);
            return;
        }
        Flush();
        contents.Add(content);
    }

    /// <summary>Adds a part for each file, or nothing for null.</summary>
    /// <inheritdoc cref="Add(string, FilePart, string)"/>
    /// <param name="name">The name of the parts.</param>
    /// <param name="files">The files.</param>
    /// <param name="contentType">The media type that the document defines, for files without their own; null for <c>application/octet-stream</c>.</param>
    public void AddFiles(string name, IEnumerable<FilePart>? files, string? contentType = null)
    {
        foreach (var file in files ?? [])
            Add(name, file ?? throw NullItem(name), contentType);
    }

    /// <summary>Adds a value, or nothing for null.</summary>
    /// <param name="name">The name of the part.</param>
    /// <param name="type">The type of the value.</param>
    /// <param name="value">The value.</param>
    /// <param name="contentType">The media type that the document defines; null for none.</param>
    /// <exception cref="ArgumentException">The value or a header of the part cannot be sent.</exception>
    public void Add<T>(string name, WireType<T> type, T? value, string? contentType = null)
        where T : class
    {
        if (value is not null)
            AddValue(name, type, value, contentType);
    }

    /// <inheritdoc cref="Add{T}(string, WireType{T}, T, string)"/>
    public void Add<T>(string name, WireType<T> type, T? value, string? contentType = null)
        where T : struct
    {
        if (value is { } some)
            AddValue(name, type, some, contentType);
    }

    /// <summary>Adds a part for each item of a list, or nothing for null.</summary>
    /// <param name="name">The name of the parts.</param>
    /// <param name="item">The type of an item.</param>
    /// <param name="values">The list.</param>
    /// <param name="contentType">The media type that the document defines for an item; null for none.</param>
    /// <exception cref="ArgumentException">An item is null, or it or a header of a part cannot be sent.</exception>
    public void AddList<T>(string name, WireType<T> item, IEnumerable<T>? values, string? contentType = null)
    {
        foreach (var value in values ?? [])
            AddValue(name, item, value ?? throw NullItem(name), contentType);
    }

    /// <summary>Adds a value in a style of queries, or nothing for null: a part for each name and value that it has there, without percent-encoding (OpenAPI 3.1.1, "Encoding multipart Media Types").</summary>
    /// <param name="name">The name of the value.</param>
    /// <param name="type">The type of the value.</param>
    /// <param name="value">The value.</param>
    /// <param name="style">The style.</param>
    /// <exception cref="ArgumentException">The value cannot be sent in this style.</exception>
    public void AddStyled<T>(string name, WireType<T> type, T? value, ParameterStyle style)
        where T : class
    {
        if (value is null)
            return;
        foreach (var pair in ParameterFlattener.Flatten(name, type, value, style))
            AddText(pair.Name, pair.Join(name), null);
    }

    internal void AddText(string name, string value, string? contentType)
    {
        if (contentType is not null && !MediaTypeHeaderValue.TryParse(contentType, out _))
            throw new ArgumentException($"The content type of the part '{name}' is not a media type such as text/csv.", nameof(contentType));
        Begin(name, contentType, null);
        Write(value);
    }

    /// <summary>Ends the body.</summary>
    internal MultipartStream ToStream()
    {
        Write(FirstType is null && contents.Count == 0 && text.WrittenCount == 0 ? $"--{Boundary}--\r\n" : $"\r\n--{Boundary}--\r\n");
        Flush();
        return new(contents);
    }

    private void AddValue<T>(string name, WireType<T> type, T value, string? contentType)
    {
        ArgumentNullException.ThrowIfNull(type);
        using var writer = new WireWriter { IsRequest = true, RefusesNull = true };
        try
        {
            type.Write(writer, value);
        }
        catch (ArgumentException e)
        {
            throw new ArgumentException($"The part '{name}' cannot be sent: {e.Message}", nameof(value), e);
        }

        var json = writer.Written;
        if (json.SequenceEqual("null"u8))
            return;
        var isJson = contentType is null ? json[0] is (byte)'{' or (byte)'[' : IsJson(contentType);
        Begin(name, contentType ?? (isJson ? Json : null), null);
        if (!isJson && json[0] == (byte)'"')
            WriteUnescaped(json);
        else
            text.Write(json);
    }

    private static bool IsJson(string contentType)
    {
        var type = contentType.AsSpan();
        if (type.IndexOf(';') is var end and >= 0)
            type = type[..end];
        type = type.Trim();
        return type.Equals(Json, StringComparison.OrdinalIgnoreCase) || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase);
    }

    private void WriteUnescaped(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        var written = reader.CopyString(text.GetSpan(json.Length));
        text.Advance(written);
    }

    private void Begin(string name, string? contentType, FilePart? file)
    {
        ArgumentNullException.ThrowIfNull(name);
        text.Write(contents.Count == 0 && text.WrittenCount == 0 ? "--"u8 : "\r\n--"u8);
        Write(Boundary);
        text.Write("\r\nContent-Disposition: form-data; name=\""u8);
        Write(PartNames.Encode(name));
        if (file?.FileName is { } fileName)
        {
            text.Write("\"; filename=\""u8);
            Write(PartNames.Encode(PartNames.WithoutDirectories(fileName)));
        }
        text.Write("\""u8);
        if (contentType is not null)
        {
            text.Write("\r\nContent-Type: "u8);
            Write(contentType);
        }
        FirstType ??= contentType ?? "text/plain";
        if (PartHeaders is not null && PartHeaders.TryGetValue(name, out var own))
        {
            foreach (var (header, value) in own)
                WriteHeader(header, value);
        }
        if (file is { Headers.Count: > 0 })
        {
            foreach (var (header, value) in file.Headers)
                WriteHeader(header, value);
        }
        text.Write("\r\n\r\n"u8);
    }

    private void WriteHeader(string name, string value)
    {
        HeaderCheck.Check(name, value);
        if (name.Equals("Content-Disposition", StringComparison.OrdinalIgnoreCase) || name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException($"The header {name} of a part is set by its name, file name and content type.", nameof(name));
        Write($"\r\n{name}: {value}");
    }

    private void Write(string value)
    {
        if (JsonUnicode.HasUnpaired(value))
            throw new ArgumentException("A text with an unpaired surrogate cannot be sent in UTF-8.", nameof(value));
        Encoding.UTF8.GetBytes(value, text);
    }

    private void Flush()
    {
        if (text.WrittenCount == 0)
            return;
        contents.Add(new BytesContent(text.WrittenMemory));
        text = new();
    }

    private static ArgumentException NullItem(string name) => new($"An item of the part '{name}' is null, which a form cannot send.", nameof(name));
}
