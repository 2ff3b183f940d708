namespace Kiln.Generator.Specs.Files;

/// <summary>What a <c>$ref</c> says (RFC 3986), cut in two: which file, and where in it.</summary>
/// <param name="File">The file as it is written; empty for the file in which the reference stands.</param>
/// <param name="Fragment">What stands behind the <c>#</c>, still percent-encoded; empty for the whole file.</param>
internal readonly record struct FileReference(string File, string Fragment)
{
    public static FileReference Parse(string reference)
    {
        var hash = reference.IndexOf('#');
        return hash < 0 ? new(reference, "") : new(reference.Substring(0, hash), reference.Substring(hash + 1));
    }

    /// <summary>Whether the file is named by an address (<c>https:</c>, <c>file:</c>, <c>//host</c>) and not by a path.</summary>
    public bool IsUri => File.StartsWith("//", StringComparison.Ordinal) || Scheme(File) > 1;

    /// <summary>The path or address that is meant, as seen from the file in which the reference stands.</summary>
    public string ResolveFrom(string file) => File.Length == 0 ? file : IsUri ? File : SpecPath.Combine(file, Unescape(File));

    public static string Unescape(string text) => text.IndexOf('%') < 0 ? text : Uri.UnescapeDataString(text);

    // One letter before the colon is a drive.
    private static int Scheme(string text)
    {
        var colon = text.IndexOf(':');
        return colon > 0 && char.IsLetter(text[0]) && text.Take(colon).All(c => char.IsLetterOrDigit(c) || c is '+' or '-' or '.') ? colon : -1;
    }
}
