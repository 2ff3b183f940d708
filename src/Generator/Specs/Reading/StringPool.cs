namespace Kiln.Generator.Specs.Reading;

/// <summary>Returns one string for equal texts: a large document contains <c>"description"</c> a hundred thousand times.</summary>
internal sealed class StringPool
{
    private const int MaxPooledLength = 48;
    private const int Slots = 1 << 12;

    private readonly string?[] slots = new string?[Slots];

    public string Get(string text, int start, int length)
    {
        if (length == 0)
            return "";
        if (length > MaxPooledLength)
            return text.Substring(start, length);

        var hash = 5381;
        for (var i = start; i < start + length; i++)
            hash = unchecked(hash * 33 ^ text[i]);

        // A new text replaces the one in its slot: the pool stays small, and frequent texts are soon in it again.
        ref var slot = ref slots[(hash ^ (hash >> 12)) & (Slots - 1)];
        if (slot is not null && slot.Length == length && string.CompareOrdinal(slot, 0, text, start, length) == 0)
            return slot;
        return slot = text.Substring(start, length);
    }
}
