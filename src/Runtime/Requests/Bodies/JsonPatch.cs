using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Requests.Bodies;

/// <summary>A JSON Patch (RFC 6902): operations that a service applies to a resource in order, all of them or none.</summary>
/// <example><c>new JsonPatch().Test("/version", 3).Replace("/name", "Rex").Remove("/tags/0")</c></example>
/// <remarks>Not thread-safe.</remarks>
public sealed class JsonPatch
{
    private readonly List<JsonPatchOperation> operations;

    /// <summary>Initializes a patch without operations.</summary>
    public JsonPatch() => operations = [];

    /// <summary>Initializes a patch with operations.</summary>
    public JsonPatch(IEnumerable<JsonPatchOperation> operations)
    {
        ArgumentNullException.ThrowIfNull(operations);
        this.operations = [.. operations];
        if (this.operations.Contains(null!))
            throw new ArgumentException("An operation is null.", nameof(operations));
    }

    /// <summary>Gets the operations in their order.</summary>
    public IReadOnlyList<JsonPatchOperation> Operations => operations;

    /// <summary>Adds a value: a property that is there is replaced, an item inserted before that of the index, or at the end for the index <c>-</c> (section 4.1).</summary>
    /// <inheritdoc cref="JsonPatchOperation.Add" path="param|exception"/>
    public JsonPatch Add(string path, JsonPatchValue value) => With(JsonPatchOperation.Add(path, value));

    /// <summary>Removes the value, which must be there (section 4.2).</summary>
    /// <inheritdoc cref="JsonPatchOperation.Remove" path="param|exception"/>
    public JsonPatch Remove(string path) => With(JsonPatchOperation.Remove(path));

    /// <summary>Replaces the value, which must be there (section 4.3).</summary>
    /// <inheritdoc cref="JsonPatchOperation.Add" path="param|exception"/>
    public JsonPatch Replace(string path, JsonPatchValue value) => With(JsonPatchOperation.Replace(path, value));

    /// <summary>Removes a value and adds it elsewhere (section 4.4).</summary>
    /// <inheritdoc cref="JsonPatchOperation.Move" path="param|exception"/>
    public JsonPatch Move(string from, string path) => With(JsonPatchOperation.Move(from, path));

    /// <summary>Adds a value that is elsewhere too (section 4.5).</summary>
    /// <inheritdoc cref="JsonPatchOperation.Move" path="param|exception"/>
    public JsonPatch Copy(string from, string path) => With(JsonPatchOperation.Copy(from, path));

    /// <summary>Lets the whole patch fail unless the value is there and equal (section 4.6).</summary>
    /// <inheritdoc cref="JsonPatchOperation.Add" path="param|exception"/>
    public JsonPatch Test(string path, JsonPatchValue value) => With(JsonPatchOperation.Test(path, value));

    internal void Write(WireWriter writer)
    {
        writer.WriteStartArray();
        foreach (var operation in operations)
            operation.Write(writer);
        writer.WriteEndArray();
    }

    private JsonPatch With(JsonPatchOperation operation)
    {
        operations.Add(operation);
        return this;
    }
}
