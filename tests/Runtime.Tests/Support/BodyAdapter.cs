using System.Net;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Requests;
using Microsoft.Kiota.Abstractions.Authentication;
using Sample;

namespace Kiln.Runtime.Tests.Support;

/// <summary>The sample SDK over Kiota's own adapter and a handler that answers each request with a stream, so that a test decides on each piece of it.</summary>
internal static class BodyAdapter
{
    /// <summary>A client whose answers are made by a test.</summary>
    /// <param name="body">Makes the body of an answer to a URL.</param>
    /// <param name="options">How answers are read.</param>
    /// <param name="status">The status of all answers.</param>
    public static EventsRequestBuilder Events(Func<Uri, Stream> body, ReadOptions? options = null, int status = 200)
    {
        var handler = new StubHandler((request, _) => new((HttpStatusCode)status) { Content = new StreamContent(body(request.RequestUri!)) });
        return new SampleClient(new ServiceRequestAdapter(new AnonymousAuthenticationProvider(), new("http://s.test"), new HttpClient(handler), options)).Threats["1"];
    }
}
