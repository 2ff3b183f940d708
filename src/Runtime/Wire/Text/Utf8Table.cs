using System.Buffers.Binary;
using System.Text;

namespace Kiln.Runtime.Wire;

/// <summary>
/// The place of each of a few fixed names, found by its UTF-8 bytes without making a string. Never changes once made, so all threads
/// may ask it. Of equal names the first one counts.
/// </summary>
internal sealed class Utf8Table
{
    private readonly byte[][] names;
    private readonly int[] buckets; // 1 + place of the first name in the bucket; 0 when empty
    private readonly int[] next;    // 1 + place of the next name in the same bucket
    private readonly uint mask;

    public Utf8Table(IReadOnlyList<string> texts)
    {
        names = texts.Select(Encoding.UTF8.GetBytes).ToArray();
        next = new int[names.Length];
        // Twice as many buckets as names, so that most names are alone in theirs.
        buckets = new int[PowerOf2(names.Length * 2)];
        mask = (uint)buckets.Length - 1;
        for (var place = names.Length - 1; place >= 0; place--)
        {
            ref var bucket = ref buckets[Hash(names[place]) & mask];
            next[place] = bucket;
            bucket = place + 1;
        }
    }

    /// <summary>The place of a name, or -1.</summary>
    public int Find(ReadOnlySpan<byte> name)
    {
        for (var place = buckets[Hash(name) & mask] - 1; place >= 0; place = next[place] - 1)
        {
            if (name.SequenceEqual(names[place]))
                return place;
        }
        return -1;
    }

    // Length, beginning and end tell the names of one model apart; a full hash would read more bytes to say the same.
    private static uint Hash(ReadOnlySpan<byte> name)
    {
        uint head, tail;
        if (name.Length >= 4)
        {
            head = BinaryPrimitives.ReadUInt32LittleEndian(name);
            tail = BinaryPrimitives.ReadUInt32LittleEndian(name[^4..]);
        }
        else
        {
            head = name.Length > 0 ? name[0] : 0u;
            tail = name.Length > 1 ? (uint)name[^1] << 8 | name[1] : 0;
        }

        var hash = (head * 0x9E3779B1) ^ (tail * 0x85EBCA77) ^ ((uint)name.Length * 0xC2B2AE3D);
        return hash ^ (hash >> 15);
    }

    private static int PowerOf2(int count) => (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(count, 2));
}
