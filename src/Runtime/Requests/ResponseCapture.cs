using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Kiln.Runtime.Requests;

/// <summary>Takes the response out of an adapter before the adapter makes anything of it. For one call.</summary>
internal sealed class ResponseCapture : IResponseHandler
{
    public HttpResponseMessage? Message { get; private set; }

    public Task<TModel?> HandleResponseAsync<TNative, TModel>(TNative response, Dictionary<string, ParsableFactory<IParsable>>? errorMappings)
    {
        Message = response as HttpResponseMessage ??
            throw new NotSupportedException($"The request adapter returns {typeof(TNative).Name}; only HttpResponseMessage is supported.");
        return Task.FromResult(default(TModel));
    }
}
