using System.Buffers;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Http;

/// <summary>Refuses headers that would be dropped, or end early and begin another header or request.</summary>
internal static class HeaderCheck
{
    // A token of RFC 9110, section 5.6.2.
    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>Checks all headers of a request, whoever has set them.</summary>
    /// <exception cref="ArgumentException">A name is no token, or a value holds a control character (RFC 9110, section 5.5). It does not show the value, which may be secret.</exception>
    public static void Check(RequestInformation request)
    {
        foreach (var (name, values) in request.Headers)
        {
            if (name.Length == 0 || name.AsSpan().ContainsAnyExcept(NameCharacters))
                throw new ArgumentException($"\"{Text.MessageText.OneLine(name)}\" is not the name of a header.", nameof(request));
            foreach (var value in values)
            {
                if (value.Any(c => c is (< ' ' and not '\t') or '\u007f'))
                    throw new ArgumentException($"The value of the header {name} has a line break or another control character.", nameof(request));
            }
        }
    }
}
