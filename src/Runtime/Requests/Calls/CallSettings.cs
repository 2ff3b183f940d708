using System.Net.Http.Headers;
using Kiln.Runtime.Http;
using Kiln.Runtime.Timing;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Requests;

/// <summary>What a caller has set for one call beyond Kiota's own configuration, checked; as an option of its request, what the sending has to know of it.</summary>
internal sealed class CallSettings : IRequestOption
{
    public TimeSpan? Timeout { get; set; }

    public string? IdempotencyKey { get; set; }

    public ExtraQueryParameters? ExtraQuery { get; set; }

    public Uri? Server { get; set; }

    public string? Accept { get; set; }

    public string? ContentType { get; set; }

    public bool FollowsRedirects { get; set; } = true;

    /// <summary>Sets the headers of a request, over those that are there.</summary>
    /// <param name="request">The request.</param>
    /// <param name="contentTypes">The media types of the operation's body; empty where any may be sent.</param>
    /// <exception cref="ArgumentException">The content type is not one of them.</exception>
    public void AddHeadersTo(RequestInformation request, ReadOnlySpan<string> contentTypes)
    {
        if (Accept is not null)
            Replace(request, "Accept", Accept);
        if (ContentType is null)
            return;
        if (!IsOneOf(contentTypes, ContentType))
            throw new ArgumentException($"The operation takes no body of the type '{ContentType}', but {string.Join(", ", contentTypes.ToArray())}.", nameof(ContentType));
        Replace(request, "Content-Type", ContentType);
    }

    public static TimeSpan? CheckedTimeout(TimeSpan? value, string property)
    {
        if (value is { } limit && !TimeLimit.IsValid(limit))
            throw new ArgumentOutOfRangeException(property, limit, "The time limit must be infinite, or positive and no longer than about 49 days.");
        return value;
    }

    public static string? CheckedKey(string? value, string property)
    {
        if (value is not null && (string.IsNullOrWhiteSpace(value) || value.AsSpan().ContainsAnyExceptInRange(' ', '~')))
            throw new ArgumentException("The key must not be empty, and must be printable ASCII.", property);
        return value;
    }

    public static Uri? CheckedServer(Uri? value, string property)
    {
        if (value is not null)
            BaseUrl.Check(value, property);
        return value;
    }

    public static string? CheckedAccept(string? value, string property)
    {
        if (value is null)
            return null;
        using var message = new HttpRequestMessage();
        if (string.IsNullOrWhiteSpace(value) || !message.Headers.Accept.TryParseAdd(value))
            throw new ArgumentException("The value must be a list of media ranges, such as application/json, text/*;q=0.5.", property);
        return value;
    }

    public static string? CheckedContentType(string? value, string property)
    {
        if (value is not null && !MediaTypeHeaderValue.TryParse(value, out _))
            throw new ArgumentException("The value must be a media type, such as application/json.", property);
        return value;
    }

    private static void Replace(RequestInformation request, string header, string value)
    {
        request.Headers.Remove(header);
        request.Headers.Add(header, value);
    }

    // Parameters, such as a charset, do not distinguish types. A document may have a range: image/*.
    private static bool IsOneOf(ReadOnlySpan<string> contentTypes, string contentType)
    {
        var wanted = WithoutParameters(contentType);
        foreach (var allowed in contentTypes)
        {
            var type = WithoutParameters(allowed);
            if (type is "*/*" || wanted.Equals(type, StringComparison.OrdinalIgnoreCase)
                || (type.EndsWith("/*", StringComparison.Ordinal) && wanted.StartsWith(type[..^1], StringComparison.OrdinalIgnoreCase)))
                return true;
        }
        return contentTypes.IsEmpty;
    }

    private static ReadOnlySpan<char> WithoutParameters(string mediaType)
    {
        var end = mediaType.IndexOf(';');
        return (end < 0 ? mediaType : mediaType.AsSpan(0, end)).Trim();
    }
}
