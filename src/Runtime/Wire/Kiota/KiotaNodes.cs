using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Kiln.Runtime.Contracts;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Kiln.Runtime.Wire;

/// <summary>
/// The way between Kiota's nodes and ours for values that Kiota has no method for, such as maps and lists of lists: over JSON, which a
/// node can give as an untyped tree and a writer takes as a <see cref="JsonElement"/>.
/// </summary>
internal static class KiotaNodes
{
    public static bool TryGetElement(IParseNode node, out JsonElement element)
    {
        var found = TryGetJson(node, out var json);
        element = found ? JsonElementText.Parse(json) : default;
        return found;
    }

    /// <summary>Whether a node holds an object, or cannot say. Kiota's JSON node reads a model out of anything, and leaves it empty.</summary>
    public static bool MayBeObject(IParseNode node) =>
        node is Utf8JsonParseNode own ? own.FirstByte == '{' : Untyped(node) is null or UntypedObject;

    /// <summary>Whether a node holds a list of objects alone, or cannot say.</summary>
    public static bool MayBeObjects(IParseNode node) => node is Utf8JsonParseNode own ? own.IsListOfObjects : Untyped(node) switch
    {
        null => true,
        UntypedArray list => list.GetValue().All(i => i is UntypedObject),
        _ => false,
    };

    public static bool TryGetJson(IParseNode node, out ReadOnlySpan<byte> json)
    {
        if (node is Utf8JsonParseNode own)
        {
            json = own.Json.Span;
            return true;
        }

        using var writer = new WireWriter();
        try
        {
            UntypedValueWriter.Write(writer, node.GetObjectValue(UntypedNode.CreateFromDiscriminatorValue));
        }
        catch (Exception e) when (IsRefusal(e))
        {
            json = default;
            return false;
        }
        json = writer.Written.ToArray();
        return true;
    }

    private static UntypedNode? Untyped(IParseNode node)
    {
        try
        {
            return node.GetObjectValue(UntypedNode.CreateFromDiscriminatorValue);
        }
        catch (Exception e) when (IsRefusal(e))
        {
            return null;
        }
    }

    /// <summary>How a node of a format without untyped values, or a number that JSON cannot say, is refused.</summary>
    private static bool IsRefusal(Exception e) => e is ArgumentException or InvalidOperationException or NotSupportedException or NotImplementedException;
}
