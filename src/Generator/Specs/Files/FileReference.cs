namespace Kiln.Generator.Specs.Files;

/// <summary>A <c>$ref</c> (RFC 3986), split into the file and the fragment.</summary>
/// <param name="File">The file as written; empty for the file that contains the reference.</param>
/// <param name="Fragment">The text after <c>#</c>, still percent-encoded; empty for the whole file.</param>
internal readonly record struct FileReference(string File, string Fragment)
{
    public static FileReference Parse(string reference)
    {
        var hash = reference.IndexOf('#');
        return hash < 0 ? new(reference, "") : new(reference.Substring(0, hash), reference.Substring(hash + 1));
    }

    /// <summary>Whether the file is identified by a URI (<c>https:</c>, <c>file:</c>, <c>//host</c>) and not by a path.</summary>
    public bool IsUri => File.StartsWith("//", StringComparison.Ordinal) || Scheme(File) > 1;

    /// <summary>The path or URI of the target, resolved against the file that contains the reference.</summary>
    public string ResolveFrom(string file) => File.Length == 0 ? file : IsUri ? File : SpecPath.Combine(file, Unescape(File));

    public static string Unescape(string text) => text.IndexOf('%') < 0 ? text : Uri.UnescapeDataString(text);

    // A single letter before the colon is a drive.
    private static int Scheme(string text)
    {
        var colon = text.IndexOf(':');
        return colon > 0 && char.IsLetter(text[0]) && text.Take(colon).All(c => char.IsLetterOrDigit(c) || c is '+' or '-' or '.') ? colon : -1;
    }
}
