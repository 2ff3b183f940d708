using ThreatEvents.CommandLine;

namespace ThreatEvents.Access;

/// <summary>Where the API token comes from: a file, or the environment; no message ever shows it.</summary>
internal static class ApiToken
{
    public const string Variable = "SENTINELONE_API_TOKEN";

    private const int LongestFile = 64 * 1024;

    public static string Find(string? file, Func<string, string?> variable)
    {
        if (file is not null)
            return Checked(ReadFile(file), $"The token file {file}");

        return variable(Variable) is { } text && text.Trim().Length > 0
            ? Checked(text, $"The variable {Variable}")
            : throw new UsageException($"An API token is needed for --console: set {Variable}, or use --token-file.");
    }

    /// <summary>Someone who tries to hand over a token as an argument is told why that cannot be done, without an echo of it.</summary>
    public static void RefuseAsArgument(IReadOnlyList<string> arguments)
    {
        if (arguments.Any(argument => argument.Split('=')[0] is "--token" or "--api-token"))
            throw new UsageException($"The API token cannot be an argument, because other users could see it: set {Variable}, or use --token-file.");
    }

    private static string ReadFile(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            var bytes = new byte[LongestFile];
            var length = stream.ReadAtLeast(bytes, LongestFile, throwOnEndOfStream: false);

            return System.Text.Encoding.UTF8.GetString(bytes, 0, length).TrimStart('\uFEFF');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The token file cannot be read: {e.Message}");
        }
    }

    /// <summary>A token travels in a header: a line break in it would start another one.</summary>
    private static string Checked(string text, string where)
    {
        var token = text.Trim();
        if (token.Length == 0)
            throw new UsageException($"{where} is empty.");

        return token.All(c => c is > ' ' and < '\u007F')
            ? token
            : throw new UsageException($"{where} does not contain an API token: it contains spaces, line breaks or other invalid characters.");
    }
}
