using Kiln.Runtime.Http;
using Kiln.Runtime.Telemetry;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Contracts;

/// <summary>One response while it is read. Of one thread at a time, but for <see cref="Complete"/>, which counts once.</summary>
internal sealed class ObservedResponse
{
    // A list of a million items can have a million violations, which are one kind.
    private const int MaxViolations = 1000;

    private readonly ContractObserver observer;
    private readonly Dictionary<(string Path, string Expected), string> violations = [];
    private readonly int maxBodyBytes;
    private int isComplete;

    public ObservedResponse(ContractObserver observer, RequestInformation request, int maxBodyBytes)
    {
        (this.observer, this.maxBodyBytes) = (observer, maxBodyBytes);
        Method = OtherMethod.NameOf(request);
        Template = CallActivity.TemplateOf(request.UrlTemplate);
        Operation = Template is null ? Method : $"{Method} {Template}";
    }

    public string Method { get; }

    /// <summary>The path template; null for a request of a whole URL, such as a next-page link.</summary>
    public string? Template { get; }

    /// <example><c>GET /pets/{petId}</c></example>
    public string Operation { get; }

    public int StatusCode { get; private set; }

    public string? ContentType { get; private set; }

    /// <summary>The URL without user information, query and fragment.</summary>
    public string? Url { get; private set; }

    /// <summary>What was violated, with what the last of its violations found.</summary>
    public IReadOnlyDictionary<(string Path, string Expected), string> Violations => violations;

    /// <summary>What was received of the body, if it is recorded.</summary>
    public BodyTee? Body { get; private set; }

    /// <summary>Whether the content type is that of JSON.</summary>
    public bool IsJson { get; private set; }

    /// <summary>Whether the body is recorded. A recording can hold text only.</summary>
    public bool KeepsBody { get; private set; }

    /// <summary>Says which response has come.</summary>
    /// <param name="status">The status code.</param>
    /// <param name="contentType">The content type; null for none.</param>
    /// <param name="isJson">Whether that is JSON.</param>
    /// <param name="isText">Whether that is another text.</param>
    /// <param name="url">The URL that has answered.</param>
    public void Begin(int status, string? contentType, bool isJson, bool isText, Uri url)
    {
        KeepsBody = maxBodyBytes > 0 && (isJson || isText);
        (StatusCode, ContentType, IsJson) = (status, contentType, isJson);
        Url = url.IsAbsoluteUri ? url.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped) : null;
    }

    /// <summary>The stream of a body that is recorded: its bytes are kept on the way.</summary>
    public Stream Observe(Stream body)
    {
        Body = new(body, maxBodyBytes);
        return Body;
    }

    public void Add(ContractViolation violation)
    {
        var key = (AllItems(violation.Path), violation.Expected);
        if (violations.Count < MaxViolations || violations.ContainsKey(key))
            violations[key] = violation.Found;
    }

    /// <summary>Counts the response.</summary>
    public void Complete()
    {
        if (StatusCode != 0 && Interlocked.Exchange(ref isComplete, 1) == 0)
            observer.Complete(this);
    }

    /// <summary>The path with <c>[*]</c> in place of each index.</summary>
    internal static string AllItems(string path)
    {
        if (!path.Contains('[', StringComparison.Ordinal))
            return path;
        var result = new System.Text.StringBuilder(path.Length);
        for (var i = 0; i < path.Length; i++)
        {
            result.Append(path[i]);
            var end = i + 1;
            while (path[i] == '[' && end < path.Length && char.IsAsciiDigit(path[end]))
                end++;
            if (end == i + 1 || end >= path.Length || path[end] != ']')
                continue;
            result.Append("*]");
            i = end;
        }
        return result.ToString();
    }
}
