using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Requests;

/// <summary>The parameters of an operation that are sent as headers and cookies, which write themselves into a request. Null values are not sent.</summary>
public interface IHeaderParameters
{
    /// <summary>Adds the headers and cookies to a request, unless the caller has set them.</summary>
    void AddTo(RequestInformation request);
}
