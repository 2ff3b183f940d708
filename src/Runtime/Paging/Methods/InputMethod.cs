using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Paging;

/// <summary>Pages that are asked for by a value of the request.</summary>
/// <param name="input">Where the value is.</param>
internal abstract class InputMethod(PageInput input) : PagingMethod
{
    protected PageInput Input => input;

    internal override string? Apply(RequestInformation request, string position)
    {
        input.Set(request, position);
        return null;
    }

    internal override string? Find(Uri url, ReadOnlySpan<byte> body) => input.Find(url, body);
}
