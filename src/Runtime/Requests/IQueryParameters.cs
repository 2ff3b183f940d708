namespace Kiln.Runtime.Requests;

/// <summary>The query parameters of an operation, which write themselves into a URL. Null values are not sent.</summary>
public interface IQueryParameters
{
    /// <summary>Appends the query parameters to a URL, in the document's order.</summary>
    void AppendTo(UrlBuilder url);
}
