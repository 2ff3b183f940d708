using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Kiln.Runtime.Wire;

/// <summary>The names of fields, each of which is written with its value. Of whose fields, and which of them are written as null, is known to those who write models.</summary>
public sealed partial class WireWriter
{
    private PaddedText members = PaddedText.None;
    private FieldFrame fields;

    /// <param name="capture">What takes the values of fields, which are handed over, and not written.</param>
    internal WireWriter(IValueCapture capture)
    {
        bytes = [];
        Capture = capture;
    }

    /// <summary>What takes the values of fields in place of JSON.</summary>
    internal IValueCapture? Capture { get; }

    /// <summary>Sets whose fields are written next.</summary>
    /// <param name="next">The fields.</param>
    /// <param name="names">Their names.</param>
    /// <returns>What was set before.</returns>
    internal FieldFrame SetFields(in FieldFrame next, PaddedText names)
    {
        var outer = fields;
        (fields, members) = (next, names);
        return outer;
    }

    /// <summary>Sets which field is written next.</summary>
    internal void MoveTo(int place) => fields.Place = place;

    /// <summary>Leaves the next field out.</summary>
    /// <returns>Where the writer was.</returns>
    internal FieldFrame PassField()
    {
        var passed = fields;
        fields.Place++;
        return passed;
    }

    /// <summary>Writes the name of the next field, unless it has no value or is not to be written.</summary>
    internal bool Begin(bool isNull)
    {
        if (isNull || (uint)fields.Place >= (uint)members.Count)
            return false;
        length += CopyName(fields.Place++, 0);
        needsComma = false;
        return true;
    }

    /// <summary>Writes the name of the next field and a text, unless it is not to be written.</summary>
    internal bool TryWriteText(string text)
    {
        if ((uint)fields.Place >= (uint)members.Count)
            return false;
        var size = CopyName(fields.Place++, text.Length + 2);
        ref var target = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(bytes), length + size);
        if (AsciiCopy.TryCopy(text, ref Unsafe.Add(ref target, 1)))
        {
            target = (byte)'"';
            Unsafe.Add(ref target, text.Length + 1) = (byte)'"';
            length += size + text.Length + 2;
            needsComma = true;
            return true;
        }
        length += size;
        needsComma = false;
        WriteEscaped(text);
        return true;
    }

    /// <summary>Copies a name behind what was written.</summary>
    /// <param name="at">The field.</param>
    /// <param name="further">For how many bytes behind it there must be room.</param>
    /// <returns>Its length.</returns>
    private int CopyName(int at, int further)
    {
        var skipped = needsComma ? 0 : 1;
        var size = members.LengthOf(at, skipped);
        if (bytes.Length - length < size + further + PaddedText.Padding)
            Grow(size + further + PaddedText.Padding);
        members.CopyTo(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(bytes), length), at, skipped, size);
        return size;
    }

    /// <summary>Writes the name of a field and null.</summary>
    internal void WriteNullField(int at)
    {
        var size = CopyName(at, sizeof(uint));
        Unsafe.WriteUnaligned(ref bytes[length + size], JsonText.Null);
        length += size + sizeof(uint);
        needsComma = true;
    }
}

/// <summary>What takes the values of fields in place of a writer, which only carries it.</summary>
internal interface IValueCapture;

/// <summary>Which field a writer is at.</summary>
/// <param name="model">The model.</param>
/// <param name="table">Its fields.</param>
/// <param name="place">The number of the field.</param>
internal struct FieldFrame(object? model, object? table, int place)
{
    public readonly object? Model = model;
    public readonly object? Table = table;
    public int Place = place;
}
