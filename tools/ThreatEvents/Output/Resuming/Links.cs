namespace ThreatEvents.Output.Resuming;

/// <summary>
/// Symbolic links, none of which is followed: whoever may write to a folder, as everybody may to a shared one, could lead the command to another file
/// with one.
/// </summary>
internal static class Links
{
    /// <exception cref="OutputException">There is a link of this name, also one to a file that does not exist.</exception>
    public static void Refuse(string path)
    {
        if (new FileInfo(path).LinkTarget is { } target)
            throw new OutputException($"{path} is a link to {target}. Links are not followed: specify the file itself, or delete the link.");
    }

    /// <summary>Whether there is anything of this name, be it a link to a file that does not exist.</summary>
    public static bool IsThere(string path) => Path.Exists(path) || new FileInfo(path).LinkTarget is not null;
}
