using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Streaming;

/// <summary>Reads a value of a stream: an item, or an object around an item or an error.</summary>
/// <param name="item">The type of an item.</param>
/// <param name="result">The property that has the item; null if the value is the item.</param>
/// <param name="error">The property that has an error; null for none.</param>
internal sealed class ResultReader<T>(WireType<T> item, string? result, string? error)
{
    /// <summary>Whether the value that was read last is an error.</summary>
    public bool HasError { get; private set; }

    /// <summary>Where that is in the text.</summary>
    public Range Error { get; private set; }

    /// <summary>Reads a value whose first token the reader is at, to its end.</summary>
    /// <returns>False if it has no item that can be read, which is reported.</returns>
    public bool TryRead(ref WireReader reader, [MaybeNullWhen(false)] out T value) =>
        result is null ? TryReadItem(ref reader, out value) : TryReadResult(ref reader, result, out value);

    private bool TryReadItem(ref WireReader reader, [MaybeNullWhen(false)] out T value)
    {
        if (item.TryRead(ref reader, out value))
            return true;
        reader.Report(item.Expected);
        reader.Skip();
        return false;
    }

    private bool TryReadResult(ref WireReader reader, string property, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        HasError = false;
        if (reader.Token != JsonTokenType.StartObject)
        {
            reader.Report($"an object with {property}");
            reader.Skip();
            return false;
        }

        var (isThere, isItem) = (false, false);
        reader.Context.Enter();
        while (reader.NextName())
        {
            var name = reader.Text();
            reader.Context.At(name);
            reader.NextColon();
            reader.Next();
            if (name == property)
                (isThere, isItem) = (true, TryReadItem(ref reader, out value));
            else if (name == error && !reader.IsNull)
                ReadError(ref reader);
            else
                reader.Skip();
        }
        reader.Context.Leave();
        if (!isThere && !HasError)
            reader.ReportMissing($"an object with {property}");
        return isItem && !HasError;
    }

    private void ReadError(ref WireReader reader)
    {
        var start = reader.Start;
        reader.Skip();
        (HasError, Error) = (true, start..reader.Position);
    }
}
