using Kiln.Runtime.Responses;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Kiln.Runtime.Requests;

/// <summary>Takes the response out of an adapter before the adapter makes anything of it. For one call.</summary>
internal sealed class ResponseCapture : IResponseHandler
{
    public HttpResponseMessage? Message { get; private set; }

    /// <summary>What the call reads, for those who make responses up (<see cref="ExpectedResponse"/>): its body, or the page that it is a part of.</summary>
    public IBodyWriter? Writer { get; set; }

    /// <summary>What it reads of errors.</summary>
    public ErrorMap? Errors { get; private set; }

    /// <summary>The path of the request as a URI template.</summary>
    public string? UrlTemplate { get; private set; }

    /// <summary>The media type that the method of the call asks for.</summary>
    public string? MediaType { get; private set; }

    /// <summary>What was made of it.</summary>
    public RawResponse? Response { get; set; }

    /// <summary>Says what the call reads.</summary>
    public void Expect(RequestInformation request, IBodyWriter body, ErrorMap errors)
    {
        Writer ??= body;
        (Errors, UrlTemplate, MediaType) = (errors, request.UrlTemplate, request.GetRequestOption<AcceptedMediaType>()?.MediaType);
    }

    public Task<TModel?> HandleResponseAsync<TNative, TModel>(TNative response, Dictionary<string, ParsableFactory<IParsable>>? errorMappings)
    {
        Message = response as HttpResponseMessage ??
            throw new NotSupportedException($"The request adapter returns {typeof(TNative).Name}; only HttpResponseMessage is supported.");
        return Task.FromResult(default(TModel));
    }
}
