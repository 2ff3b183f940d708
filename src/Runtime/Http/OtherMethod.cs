using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Http;

/// <summary>The method of a request that Kiota's <see cref="Method"/> does not have, such as <c>QUERY</c>.</summary>
internal sealed class OtherMethod(HttpMethod method) : IRequestOption
{
    // An adapter that knows nothing of it shall not send a method that was not meant.
    private const Method Undefined = (Method)(-1);

    /// <summary>Sets the method of a request.</summary>
    public static void Set(RequestInformation request, string method)
    {
        request.AddRequestOptions([new OtherMethod(new(method))]);
        request.HttpMethod = Undefined;
    }

    /// <summary>The method of a request that has such a one; otherwise null.</summary>
    public static HttpMethod? Of(RequestInformation request) =>
        request.HttpMethod == Undefined ? request.GetRequestOption<OtherMethod>()?.Method : null;

    /// <summary>The name of the method of any request.</summary>
    public static string NameOf(RequestInformation request) => Of(request)?.Method ?? request.HttpMethod.ToString();

    private HttpMethod Method => method;
}
