using System.Diagnostics.CodeAnalysis;

namespace Kiln.Runtime.Responses;

/// <summary>An error that has another form in one media type.</summary>
/// <param name="first">The form in all other media types.</param>
/// <param name="mediaType">The media type.</param>
/// <param name="other">The form in it.</param>
internal sealed class AlternativeErrorBody(ErrorBody first, string mediaType, ErrorBody other) : ErrorBody
{
    internal override string Expected => $"{first.Expected} or {other.Expected}";

    internal override ServiceException Make(ResponseDetails context, ReadOnlyMemory<byte> body) =>
        (mediaType.Equals(MediaTypeName.Of(context.ContentType), StringComparison.OrdinalIgnoreCase) ? other : first).Make(context, body);

    internal override bool TryWrite<T>(T error, [NotNullWhen(true)] out WrittenBody? body)
    {
        if (first.TryWrite(error, out body))
            return true;
        if (!other.TryWrite(error, out body))
            return false;
        // So that it is read as what it was written as.
        body = body with { ContentType = mediaType };
        return true;
    }
}
