using System.Security.Cryptography;
using System.Text;

namespace Kiln.Generator.Changes.Findings;

/// <summary>
/// What a finding is recognised by in the next run: a file of accepted findings names it, and a CI system matches it with the finding of the run before.
/// It depends on what changed, and not on files and lines, which move with every edit.
/// </summary>
internal static class Fingerprint
{
    private const int Bytes = 8;

    /// <example><c>3f1c9a0b5d7e2468</c></example>
    public static string Of(Finding finding)
    {
        // A finding about a C# member alone has no subject in the document.
        var subject = finding.Subject.Length > 0 ? finding.Subject : finding.Member;
        string?[] parts = [finding.Id, finding.Direction.ToString(), subject, finding.OldText, finding.NewText];
        // With their lengths, so that no two lists of parts are the same text.
        var text = string.Concat(parts.Select(part => part is null ? "-" : $"{part.Length}:{part}"));

        using var sha = SHA256.Create();
        return string.Concat(sha.ComputeHash(Encoding.UTF8.GetBytes(text)).Take(Bytes).Select(b => b.ToString("x2")));
    }
}
