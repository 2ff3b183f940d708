using System.Net;

namespace Kiln.Testing;

/// <summary>A response of the faked service beside its body. Set in the set-up, and not changed afterwards.</summary>
public sealed class FakeResponse
{
    private readonly Func<Stream>? open;
    private readonly List<KeyValuePair<string, string[]>> headers = [];
    private int statusCode;
    private TimeSpan delay;

    internal FakeResponse(int statusCode, Func<Stream>? open = null, string? contentType = null)
    {
        (StatusCode, this.open) = (statusCode, open);
        ContentType = contentType;
    }

    /// <summary>Gets or sets the status code. The default is 200, or 204 for a response without a body.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not between 200 and 599.</exception>
    public int StatusCode
    {
        get => statusCode;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 200);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 599);
            statusCode = value;
        }
    }

    /// <summary>Gets or sets the reason phrase. The default, null, is the usual one of the status code.</summary>
    public string? ReasonPhrase { get; set; }

    /// <summary>Gets or sets the content type of the body; null for none. The default fits the body, such as <c>application/json</c>.</summary>
    public string? ContentType { get; set; }

    /// <summary>
    /// Gets or sets how long the response takes, by the clock of the adapter's read options. The default is zero; with <see cref="Timeout.InfiniteTimeSpan"/>, the call
    /// ends by its time limit or its cancellation token.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative and not infinite.</exception>
    public TimeSpan Delay
    {
        get => delay;
        set => delay = Checked(value);
    }

    /// <summary>Adds a header, with one value or several.</summary>
    /// <exception cref="ArgumentException">The name is <c>Content-Type</c>, which is a property of its own, or is no name of a header.</exception>
    public void AddHeader(string name, params string[] values)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(values);
        if (name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException("Set the content type by the property ContentType.", nameof(name));
        headers.Add(new(name, values));
    }

    internal static TimeSpan Checked(TimeSpan delay)
    {
        if (delay != Timeout.InfiniteTimeSpan)
            ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        return delay;
    }

    /// <summary>Makes the message that a client gets.</summary>
    internal HttpResponseMessage ToMessage(HttpRequestMessage request)
    {
        HttpContent content = open is null ? new ByteArrayContent([]) : new StreamContent(open());
        if (ContentType is not null)
            content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        var message = new HttpResponseMessage((HttpStatusCode)StatusCode) { Content = content, RequestMessage = request };
        if (ReasonPhrase is not null)
            message.ReasonPhrase = ReasonPhrase;
        foreach (var (name, values) in headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, values) && !content.Headers.TryAddWithoutValidation(name, values))
                throw new InvalidOperationException($"\"{name}\" is no name of a header.");
        }
        return message;
    }
}
