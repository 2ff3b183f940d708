using System.Diagnostics.CodeAnalysis;

namespace Kiln.Runtime.Wire;

internal sealed class UnionType<TUnion> : WireType<TUnion>
    where TUnion : WireUnion, IWireUnion<TUnion>
{
    public static readonly UnionType<TUnion> Instance = new();

    internal override string Expected => TUnion.Cases.Expected;

    public override string Format(TUnion value) => TUnion.Cases.Format(value);

    public override bool TryParse(string text, [MaybeNullWhen(false)] out TUnion value)
    {
        value = TUnion.Cases.Parse(text);
        return true;
    }

    internal override bool TryRead(ref WireReader reader, [MaybeNullWhen(false)] out TUnion value)
    {
        // Whatever it is, it is kept; only null is the business of whoever asks.
        value = reader.IsNull ? null : TUnion.Cases.Read(ref reader);
        return value is not null;
    }

    internal override void Write(WireWriter writer, TUnion value)
    {
        if (value is null)
            writer.WriteLackingValue();
        else
            TUnion.Cases.Write(writer, value);
    }
}
