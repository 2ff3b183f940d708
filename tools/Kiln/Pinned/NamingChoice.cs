namespace Kiln.Tool.Pinned;

/// <summary>Finds out how the pinned files of a directory are called.</summary>
internal static class NamingChoice
{
    /// <param name="prefix">What the person chose: a test's name for Verify's naming, an empty text for plain names, nothing to go by the files.</param>
    /// <param name="fileNames">The directory's files.</param>
    /// <param name="directory">The directory, as it was typed.</param>
    public static PinnedNaming Of(string? prefix, IReadOnlyCollection<string> fileNames, string directory)
    {
        if (prefix is not null)
            return prefix.Length == 0 ? new PlainNaming() : new VerifyNaming(prefix);

        var plain = new PlainNaming();
        var tests = fileNames.Select(VerifyNaming.TestOf).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        return (tests, fileNames.Any(plain.Matches)) switch
        {
            ([], _) => plain,
            ([var test], false) => new VerifyNaming(test),
            ([var test], true) => throw Ambiguous($"both plain names and those of the test {test}", test),
            _ => throw Ambiguous($"the files of several tests ({string.Join(", ", tests)})", tests[0]),
        };

        KilnFailure Ambiguous(string what, string test) =>
            new(ExitCodes.Usage, $"{directory} contains {what}: choose with --prefix, as in --prefix {test}, or --prefix \"\" for plain names.");
    }
}
