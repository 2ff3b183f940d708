using Kiln.Runtime.Text;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Requests.Bodies;

/// <summary>One operation of a <see cref="JsonPatch"/>. Immutable.</summary>
public sealed class JsonPatchOperation
{
    private readonly JsonPatchValue? value;

    private JsonPatchOperation(string name, string path, string? from = null, JsonPatchValue? value = null)
    {
        (Name, this.value) = (name, value);
        Path = CheckPointer(path, nameof(path));
        From = from is null ? null : CheckPointer(from, nameof(from));
    }

    /// <summary>Gets what is done: <c>add</c>, <c>remove</c>, <c>replace</c>, <c>move</c>, <c>copy</c> or <c>test</c>.</summary>
    public string Name { get; }

    /// <summary>Gets the place of the value, as a JSON pointer.</summary>
    public string Path { get; }

    /// <summary>Gets where the value of <c>move</c> and <c>copy</c> is taken from; null for all others.</summary>
    public string? From { get; }

    /// <inheritdoc cref="JsonPatch.Add" path="summary"/>
    /// <param name="path">The place as a JSON pointer (RFC 6901), such as <c>/tags/0</c>. Within a name, <c>~</c> is written <c>~0</c>, and <c>/</c> <c>~1</c>.</param>
    /// <param name="value">The value; strings, numbers, models and JSON convert to it, and others by <see cref="JsonPatchValue.Of"/>.</param>
    /// <exception cref="ArgumentException">The path is not a JSON pointer.</exception>
    public static JsonPatchOperation Add(string path, JsonPatchValue value) => new("add", path, value: value);

    /// <inheritdoc cref="JsonPatch.Remove" path="summary"/>
    /// <inheritdoc cref="Add" path="exception"/>
    /// <param name="path">The place as a JSON pointer (RFC 6901), such as <c>/tags/0</c>. Within a name, <c>~</c> is written <c>~0</c>, and <c>/</c> <c>~1</c>.</param>
    public static JsonPatchOperation Remove(string path) => new("remove", path);

    /// <inheritdoc cref="JsonPatch.Replace" path="summary"/>
    /// <inheritdoc cref="Add" path="param|exception"/>
    public static JsonPatchOperation Replace(string path, JsonPatchValue value) => new("replace", path, value: value);

    /// <inheritdoc cref="JsonPatch.Move" path="summary"/>
    /// <param name="from">The place that the value is taken from, as a JSON pointer.</param>
    /// <param name="path">The place of the value, as a JSON pointer.</param>
    /// <exception cref="ArgumentException">One of the places is not a JSON pointer.</exception>
    public static JsonPatchOperation Move(string from, string path) => new("move", path, NotNull(from));

    /// <inheritdoc cref="JsonPatch.Copy" path="summary"/>
    /// <inheritdoc cref="Move" path="param|exception"/>
    public static JsonPatchOperation Copy(string from, string path) => new("copy", path, NotNull(from));

    /// <inheritdoc cref="JsonPatch.Test" path="summary"/>
    /// <inheritdoc cref="Add" path="param|exception"/>
    public static JsonPatchOperation Test(string path, JsonPatchValue value) => new("test", path, value: value);

    internal void Write(WireWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteName("op");
        writer.WriteStringValue(Name);
        if (From is not null)
        {
            writer.WriteName("from");
            writer.WriteStringValue(From);
        }
        writer.WriteName("path");
        writer.WriteStringValue(Path);
        if (value is { } some)
        {
            writer.WriteName("value");
            some.Write(writer);
        }
        writer.WriteEndObject();
    }

    private static string NotNull(string from)
    {
        ArgumentNullException.ThrowIfNull(from);
        return from;
    }

    // RFC 6901, section 3.
    private static string CheckPointer(string pointer, string parameter)
    {
        ArgumentNullException.ThrowIfNull(pointer, parameter);
        var isPointer = pointer.Length == 0 || pointer[0] == '/';
        for (var i = pointer.IndexOf('~', StringComparison.Ordinal); i >= 0; i = pointer.IndexOf('~', i + 1))
            isPointer &= i + 1 < pointer.Length && pointer[i + 1] is '0' or '1';
        return isPointer ? pointer : throw new ArgumentException($"\"{MessageText.OneLine(pointer)}\" is not a JSON pointer: it begins with a slash, and in a name writes ~ as ~0 and / as ~1.", parameter);
    }
}
