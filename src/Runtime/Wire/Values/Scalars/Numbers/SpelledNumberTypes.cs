using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Text.Json;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Kiln.Runtime.Wire;

/// <summary>A number that may be a string as well, as .NET's servers describe all of theirs. It is written as a number.</summary>
internal sealed class NumberOrStringType<T>(WireType<T> number) : ScalarType<T>
    where T : struct
{
    internal override string Expected => number.Expected;

    public override string Format(T value) => number.Format(value);

    public override bool TryParse(string text, [MaybeNullWhen(false)] out T value) => number.TryParse(text, out value);

    internal override bool TryRead(ref WireReader reader, [MaybeNullWhen(false)] out T value)
    {
        if (reader.Token != JsonTokenType.String)
            return number.TryRead(ref reader, out value);
        if (!number.TryParse(reader.Text(), out value))
            return false;

        // Written as it came, as long as it is not changed.
        reader.Context.FormatChanges++;
        return true;
    }

    protected override bool TryReadOther(IParseNode node, [MaybeNullWhen(false)] out T value) => number.TryRead(node, out value);

    internal override void Write(WireWriter writer, T value) => number.Write(writer, value);

    internal override void Write(ISerializationWriter writer, string name, T value) => number.Write(writer, name, value);
}

/// <summary>A number that may be infinite or none, which JSON has no number for: it is the string by which .NET and Protocol Buffers name it.</summary>
internal sealed class NamedLiteralType<T>(WireType<T> number) : ScalarType<T>
    where T : struct, IFloatingPointIeee754<T>
{
    private const string None = "NaN";
    private const string Infinite = "Infinity";
    private const string NegativeInfinite = "-Infinity";

    internal override string Expected => number.Expected;

    public override string Format(T value) => NameOf(value) ?? number.Format(value);

    public override bool TryParse(string text, [MaybeNullWhen(false)] out T value) => TryGet(text, out value) || number.TryParse(text, out value);

    internal override bool TryRead(ref WireReader reader, [MaybeNullWhen(false)] out T value) =>
        (reader.Token == JsonTokenType.String && TryGet(reader.Text(), out value)) || number.TryRead(ref reader, out value);

    protected override bool TryReadOther(IParseNode node, [MaybeNullWhen(false)] out T value) => number.TryRead(node, out value);

    internal override void Write(WireWriter writer, T value)
    {
        if (NameOf(value) is { } name)
            writer.WriteStringValue(name);
        else
            number.Write(writer, value);
    }

    internal override void Write(ISerializationWriter writer, string name, T value)
    {
        if (NameOf(value) is { } text)
            writer.WriteStringValue(name, text);
        else
            number.Write(writer, name, value);
    }

    private static string? NameOf(T value) =>
        T.IsFinite(value) ? null : T.IsNaN(value) ? None : T.IsPositiveInfinity(value) ? Infinite : NegativeInfinite;

    private static bool TryGet(string text, out T value)
    {
        (var isName, value) = text switch
        {
            None => (true, T.NaN),
            Infinite => (true, T.PositiveInfinity),
            NegativeInfinite => (true, T.NegativeInfinity),
            _ => (false, default),
        };
        return isName;
    }
}
