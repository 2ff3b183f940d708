using System.Text;
using Kiln.Generator.Specs.Tree;
using Kiln.Tool.Comparing;
using Kiln.Tool.Reports.Json;

namespace Kiln.Tool.Gates;

/// <summary>The file of accepted findings.</summary>
internal static class BaselineFile
{
    private const string Accepted = "accepted";
    private const int FingerprintLength = 16;

    public static IReadOnlyList<BaselineEntry> Read(NamedText file, CancellationToken cancellationToken) => SettingsFile.Parse(file, cancellationToken) switch
    {
        null => [],
        SpecMap root when root[Accepted] is SpecList entries => [.. entries.Items.Select(Read)],
        var other => throw SettingsFile.Failure(other, $"a baseline is an object with an array '{Accepted}'; kiln diff --write-baseline writes one."),
    };

    public static byte[] Write(IEnumerable<BaselineEntry> entries) => Encoding.UTF8.GetBytes(JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray(Accepted);
        foreach (var entry in entries)
        {
            json.WriteStartObject();
            json.WriteString("fingerprint", entry.Fingerprint);
            json.WriteString("id", entry.Id);
            json.WriteString("subject", entry.Subject);
            json.WriteString("reason", entry.Reason);
            if (entry.Expires is { } day)
                json.WriteString("expires", BaselineEntry.Write(day));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }));

    private static BaselineEntry Read(SpecNode node)
    {
        if (node is not SpecMap entry || entry["fingerprint"].AsScalarText() is not { } fingerprint)
            throw SettingsFile.Failure(node, "an accepted finding is an object with a 'fingerprint'.");
        if (fingerprint.Length != FingerprintLength || !fingerprint.All(char.IsAsciiHexDigitLower))
            throw SettingsFile.Failure(entry["fingerprint"]!, $"'{fingerprint}' is not a fingerprint, which has {FingerprintLength} hexadecimal digits.");
        if (string.IsNullOrWhiteSpace(entry["reason"].AsText()))
            throw SettingsFile.Failure(node, "an accepted finding needs a 'reason'.");

        var expires = entry["expires"].AsScalarText();
        var day = BaselineEntry.ReadDay(expires);
        if (expires is not null && day is null)
            throw SettingsFile.Failure(entry["expires"]!, $"'{expires}' is not a day such as 2027-01-31.");
        return new(fingerprint, entry["id"].AsText() ?? "", entry["subject"].AsText() ?? "", entry["reason"].AsText()!, day) { Location = entry.Location };
    }
}
