using System.Globalization;
using Kiln.Runtime.Authentication;
using Kiln.Runtime.Requests;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Kiln.DependencyInjection.Configuration;

/// <summary>Reads the options of a client from a section of the configuration, without reflection.</summary>
/// <param name="schemes">The security schemes by their names in the configuration.</param>
/// <param name="servers">The servers by their names in the configuration.</param>
internal sealed class OptionsBinder(IReadOnlyDictionary<string, SecurityScheme> schemes, IReadOnlyDictionary<string, Uri> servers)
{
    private const string BaseUrl = "BaseUrl";

    /// <summary>Sets what the section says. Keys that are no options are left to others, such as a resilience handler.</summary>
    /// <exception cref="OptionsValidationException">Values cannot be read.</exception>
    public void Bind<TOptions>(TOptions options, IConfiguration section)
        where TOptions : ClientOptions
    {
        var reader = new SectionReader([]);
        reader.Read(section.GetSection(nameof(options.Server)), text => options.Server = ServerOf(text));
        reader.Read(section.GetSection(BaseUrl), text => options.Server = UrlOf(text) ?? throw new FormatException("must be an absolute URL, such as https://api.example.com/v1."));
        if (section[nameof(options.Server)] is { Length: > 0 } && section[BaseUrl] is { Length: > 0 })
            reader.Fail(section.GetSection(BaseUrl), $"{nameof(options.Server)} is set too; set one of the two.");
        reader.Read(section.GetSection(nameof(options.IgnoreOperationServers)), text => options.IgnoreOperationServers = TruthOf(text));
        reader.Read(section.GetSection(nameof(options.Timeout)), text => options.Timeout = TimeOf(text));
        reader.Read(section.GetSection(nameof(options.UserAgent)), text => options.UserAgent = text);

        var credentials = new CredentialBinder(schemes, reader);
        foreach (var child in section.GetSection(nameof(options.Credentials)).GetChildren())
        {
            if (credentials.Read(child) is { } credential)
                options.Credentials.Add(credential);
        }

        if (reader.Failures.Count > 0)
            throw new OptionsValidationException(typeof(TOptions).Name, typeof(TOptions), reader.Failures);
    }

    private Uri ServerOf(string text) =>
        servers.FirstOrDefault(s => s.Key.Equals(text, StringComparison.OrdinalIgnoreCase)).Value
        ?? UrlOf(text)
        ?? throw new FormatException(servers.Count == 0
            ? "must be an absolute URL, such as https://api.example.com/v1."
            : $"must be the name of a server ({string.Join(", ", servers.Keys)}) or an absolute URL.");

    private static Uri? UrlOf(string text) => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : null;

    private static bool TruthOf(string text) => bool.TryParse(text, out var truth) ? truth : throw new FormatException("must be true or false.");

    // TimeSpan.Parse reads a number alone as days, which nobody means.
    private static TimeSpan TimeOf(string text) =>
        text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time)
            ? time
            : throw new FormatException("must be a time in hours, minutes and seconds, such as 00:00:30.");
}
