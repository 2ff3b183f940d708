using System.Text.Encodings.Web;
using System.Text.Json;
using Kiln.Runtime.Contracts;

namespace Kiln.Runtime.Wire;

/// <summary>Reads and writes JSON without a call: saved bodies, tests, queues.</summary>
public static class WireJson
{
    /// <summary>JSON that goes to a service and into no web page: escaping what is special to HTML would only make it longer.</summary>
    internal static JsonWriterOptions WriterOptions { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static ReadOptions CompareOptions { get; } = new() { MaxDepth = Nesting.Deepest };

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads one JSON text (RFC 8259) in UTF-8; a byte order mark is skipped.</summary>
    /// <param name="type">What the text holds.</param>
    /// <param name="json">The whole text.</param>
    /// <param name="options">How to read; <see cref="ReadOptions.Default"/> if null. A text may be longer than <see cref="ReadOptions.MaxBodyBytes"/>.</param>
    /// <exception cref="WireFormatException">
    /// The text is not JSON, or not of that type, or what it becomes would take more memory than eight times <see cref="ReadOptions.MaxBodyBytes"/>, or of
    /// a longer text than that eight times its length.
    /// </exception>
    public static T Read<T>(WireType<T> type, ReadOnlySpan<byte> json, ReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(type);
        return Read(type, json, options ?? ReadOptions.Default, out _);
    }

    /// <summary>The value as JSON in UTF-8, without white space.</summary>
    /// <exception cref="ArgumentException">
    /// The value holds what JSON has no form for: an infinite number, an unpaired surrogate, itself. Or it is nested more than 1000 levels deep, or more
    /// deeply than the stack of this thread allows, or its JSON is longer than an array can be.
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
            throw new WireFormatException(Reason(e, context.MaxDepth), context.Path(), reader.Consumed);
        }
    }

    /// <summary>Reads into a model that was made by somebody else.</summary>
    internal static void ReadInto(IWireModel model, ReadOnlySpan<byte> json, ReadOptions options)
    {
        using var context = Begin(ref json, options);
        var reader = new WireReader(json, context);
        try
        {
            reader.Next();
            if (reader.Token == JsonTokenType.StartObject)
                model.InstanceFields.ReadAny(ref reader, model);
            else
                reader.Report("an object");
        }
        catch (JsonException e) when (e is not WireFormatException)
        {
            throw new WireFormatException(Reason(e, options.MaxDepth), context.Path(), reader.Consumed);
        }
    }

    internal static ReadOnlySpan<byte> SkipByteOrderMark(ReadOnlySpan<byte> text) => text.StartsWith(ByteOrderMark) ? text[ByteOrderMark.Length..] : text;

    private static ReadContext Begin(ref ReadOnlySpan<byte> json, ReadOptions options, PageRequirements? frame = null)
    {
        var length = json.Length;
        json = SkipByteOrderMark(json);
        return new(options, length, length - json.Length) { Frame = frame };
    }

    /// <summary>What the parser found. It is the only part of its exception to go on, for its message may hold all that was left of the text.</summary>
    /// <param name="e">The parser's exception.</param>
    /// <param name="maxDepth">How deep the text may be nested: the parser only knows what is left of that where it began.</param>
    internal static string Reason(JsonException e, int maxDepth)
    {
        if (e.Message.StartsWith("The maximum configured depth", StringComparison.Ordinal))
            return $"brackets more than {maxDepth} levels deep";
        // The message ends in a line and a position in it; a path and an offset say the same and more.
        var end = e.Message.LastIndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? e.Message : e.Message[..end];
    }
}
