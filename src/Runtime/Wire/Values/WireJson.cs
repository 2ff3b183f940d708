using System.Text.Json;
using Kiln.Runtime.Contracts;

namespace Kiln.Runtime.Wire;

/// <summary>Reads and writes JSON without a request, for example saved bodies.</summary>
public static class WireJson
{
    private static ReadOptions CompareOptions { get; } = new() { MaxDepth = Nesting.Deepest };

    /// <summary>Reads one JSON text (RFC 8259) in UTF-8; a byte order mark is skipped.</summary>
    /// <param name="type">The type of the value.</param>
    /// <param name="json">The whole text.</param>
    /// <param name="options">The options; <see cref="ReadOptions.Default"/> if null. The text may be longer than <see cref="ReadOptions.MaxBodyBytes"/>.</param>
    /// <returns>The value.</returns>
    /// <exception cref="WireFormatException">
    /// The text is not JSON, or not of the type, or its objects would take more memory than eight times <see cref="ReadOptions.MaxBodyBytes"/>, or eight times the
    /// length of a longer text.
    /// </exception>
    public static T Read<T>(WireType<T> type, ReadOnlySpan<byte> json, ReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(type);
        return Read(type, json, options ?? ReadOptions.Default, out _);
    }

    /// <summary>Returns the value as JSON in UTF-8 without white space.</summary>
    /// <exception cref="ArgumentException">
    /// The value cannot be written as JSON: it has an infinite number, an unpaired surrogate or a reference to itself, is nested more than 1000 levels deep or
    /// more deeply than the stack of this thread allows, or its JSON is longer than the longest array.
    /// </exception>
    public static byte[] Write<T>(WireType<T> type, T value)
    {
        ArgumentNullException.ThrowIfNull(type);
        using var writer = new WireWriter();
        type.Write(writer, value);
        return writer.Written.ToArray();
    }

    /// <summary>Reads JSON that was read before, with whatever limits the caller had set, into a value that is only looked at.</summary>
    internal static T ReadToCompare<T>(WireType<T> type, ReadOnlySpan<byte> json)
    {
        using var context = new ReadContext(CompareOptions, json.Length) { PreservesFormat = false };
        return Read(type, json, context);
    }

    /// <summary>Reads a page, which ends in an error if it is none.</summary>
    /// <param name="type">What the page is.</param>
    /// <param name="json">The whole text.</param>
    /// <param name="options">How to read.</param>
    /// <param name="frame">What makes it a page.</param>
    /// <param name="leftOut">The places of the items that could not be read.</param>
    internal static T ReadPage<T>(WireType<T> type, ReadOnlySpan<byte> json, ReadOptions options, PageRequirements frame, out IReadOnlyList<int> leftOut)
    {
        using var context = Begin(ref json, options, frame);
        var page = Read(type, json, context);
        leftOut = context.LeftOut ?? [];
        return page;
    }

    internal static T Read<T>(WireType<T> type, ReadOnlySpan<byte> json, ReadOptions options, out bool isRootRecognized)
    {
        using var context = Begin(ref json, options);
        var value = Read(type, json, context);
        isRootRecognized = context.IsRootRecognized;
        return value;
    }

    private static T Read<T>(WireType<T> type, ReadOnlySpan<byte> json, ReadContext context)
    {
        var reader = new WireReader(json, context);
        try
        {
            reader.Next();
            if (!type.TryRead(ref reader, out var value))
            {
                reader.Report(type.Expected);
                throw reader.Malformed($"expected {type.Expected}, found {reader.Found()}");
            }
            reader.End();
            return value;
        }
        catch (JsonException e) when (e is not WireFormatException)
        {
            throw new WireFormatException(JsonText.Reason(e, context.MaxDepth), context.Path(), reader.Consumed);
        }
    }

    private static ReadContext Begin(ref ReadOnlySpan<byte> json, ReadOptions options, PageRequirements? frame = null)
    {
        var length = json.Length;
        json = JsonText.SkipByteOrderMark(json);
        return new(options, length, length - json.Length) { Frame = frame };
    }
}
