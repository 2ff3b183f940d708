using System.Text;

namespace ThreatEvents.Tests.Support;

/// <summary>Reads CSV by the letter of RFC 4180, and nothing else; a field without quotation marks and text is null.</summary>
internal static class CsvReader
{
    public static IReadOnlyList<IReadOnlyList<string?>> Read(string csv)
    {
        var (records, record, at) = (new List<IReadOnlyList<string?>>(), new List<string?>(), 0);
        while (at < csv.Length)
        {
            record.Add(ReadField(csv, ref at));
            if (csv[at] == ',')
            {
                at++;
                continue;
            }

            Assert.Equal("\r\n", csv.Substring(at, 2));
            at += 2;
            records.Add(record);
            record = [];
        }

        Assert.Empty(record);
        return records;
    }

    private static string? ReadField(string csv, ref int at)
    {
        if (csv[at] != '"')
        {
            var end = csv.AsSpan(at).IndexOfAny(",\r\n\"") + at;
            Assert.NotEqual('"', csv[end]);
            var plain = csv[at..end];
            at = end;
            return plain.Length == 0 ? null : plain;
        }

        var text = new StringBuilder();
        for (at++; ; at++)
        {
            if (csv[at] != '"')
                text.Append(csv[at]);
            else if (csv[at + 1] == '"')
                text.Append(csv[++at]);
            else
                break;
        }

        at++;
        return text.ToString();
    }
}
