using Microsoft.Kiota.Abstractions.Serialization;

namespace Kiln.Runtime.Wire;

/// <summary>What a reader hands over to a field in place of JSON: a value that is there already, null, or what one of Kiota's nodes has.</summary>
internal sealed class FieldSource : IValueSource
{
    private readonly FieldValue? value;
    private readonly IParseNode? node;

    private FieldSource()
    {
    }

    public FieldSource(FieldValue value) => this.value = value;

    public FieldSource(IParseNode node) => this.node = node;

    /// <summary>Sets the property to null.</summary>
    public static FieldSource Null { get; } = new();

    /// <summary>Whether the node held something that the property cannot take.</summary>
    public bool IsRefused { get; private set; }

    public bool IsNull => node is null && value is null or { IsNull: true };

    public T? Take<T>(WireType<T> type)
    {
        if (value is FieldValue<T> some)
            return some.Value;
        if (node is null)
            return default;
        IsRefused = !type.TryRead(node, out var read);
        return read;
    }
}
