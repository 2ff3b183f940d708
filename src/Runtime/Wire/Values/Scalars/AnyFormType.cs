using System.Diagnostics.CodeAnalysis;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Kiln.Runtime.Wire;

/// <summary>A value that has two forms in JSON, such as a point in time that is a date or a number of seconds. It is written in the first.</summary>
internal sealed class AnyFormType<T>(WireType<T> written, WireType<T> other) : ScalarType<T>
    where T : notnull
{
    internal override string Expected => $"{written.Expected} or {other.Expected}";

    public override string Format(T value) => written.Format(value);

    public override bool TryParse(string text, [MaybeNullWhen(false)] out T value) => written.TryParse(text, out value) || other.TryParse(text, out value);

    internal override bool TryRead(ref WireReader reader, [MaybeNullWhen(false)] out T value)
    {
        if (written.TryRead(ref reader, out value))
            return true;
        if (!other.TryRead(ref reader, out value))
            return false;

        // Written as it came, as long as it is not changed.
        reader.Context.FormatChanges++;
        return true;
    }

    protected override bool TryReadOther(IParseNode node, [MaybeNullWhen(false)] out T value) => written.TryRead(node, out value) || other.TryRead(node, out value);

    internal override void Write(WireWriter writer, T value) => written.Write(writer, value);

    internal override void Write(ISerializationWriter writer, string name, T value) => written.Write(writer, name, value);
}
