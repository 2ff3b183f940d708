using System.Buffers;

namespace Kiln.Runtime.Wire;

/// <summary>Finds out whether the end of a JSON value that arrives in pieces has come. Looks at each byte once, and checks nothing: that is the reader's business.</summary>
internal struct JsonValueScanner
{
    private static readonly SearchValues<byte> Structure = SearchValues.Create("\"{}[]"u8);
    private static readonly SearchValues<byte> InString = SearchValues.Create("\"\\"u8);
    private static readonly SearchValues<byte> BehindScalar = SearchValues.Create(" \t\r\n,]}"u8);

    private int scanned;
    private int depth;
    private bool isInString;
    private bool isWhole;

    /// <summary>How many bytes were looked at: of a whole string, object or array, all that it has.</summary>
    public readonly int Length => scanned;

    /// <summary>Whether the value is whole.</summary>
    /// <param name="json">What has come of it, from its first byte on, and perhaps more behind it.</param>
    public bool IsWhole(ReadOnlySpan<byte> json)
    {
        while (!isWhole && scanned < json.Length)
        {
            var stop = json[scanned..].IndexOfAny(isInString ? InString : depth > 0 || scanned == 0 ? Structure : BehindScalar);
            if (scanned == 0 && stop != 0)
            {
                // A number or a literal, which has nothing of a structure at its first byte.
                scanned = 1;
                continue;
            }
            if (stop < 0)
            {
                scanned = json.Length;
                return false;
            }
            scanned += stop;
            if (!Take(json))
                return false;
        }
        return isWhole;
    }

    /// <summary>Goes past the byte at which the search stopped; false if what it means has not come yet.</summary>
    private bool Take(ReadOnlySpan<byte> json)
    {
        switch (json[scanned])
        {
            case (byte)'\\' when isInString:
                if (scanned + 1 == json.Length)
                    return false;
                scanned += 2;
                return true;
            case (byte)'"':
                isInString = !isInString;
                isWhole = !isInString && depth == 0;
                break;
            case (byte)'{' or (byte)'[' when !isInString:
                depth++;
                break;
            case (byte)'}' or (byte)']' when depth > 0:
                isWhole = --depth == 0;
                break;
            default:
                isWhole = true;
                break;
        }
        scanned++;
        return true;
    }
}
