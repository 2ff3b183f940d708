using Kiln.Runtime.Paging;
using Kiln.Runtime.Responses;

namespace Kiln.Runtime.Tests.Faults.Table;

/// <summary>How a call ends.</summary>
internal abstract record Outcome
{
    /// <summary>In a value.</summary>
    public static Outcome Value { get; } = new InValue();

    /// <summary>In an answer that cannot be read; the status is that of the answer, or of the form where it is null.</summary>
    public static Outcome BodyError(int? status = 200, Type? inner = null) => new InException(typeof(ResponseBodyException), status, inner);

    /// <summary>In the exception of an answer whose status is no success; the status of the form is meant where none is given.</summary>
    public static Outcome ResponseDetails(int? status = null) => new InException(typeof(ServiceException), status, null);

    /// <summary>In no answer.</summary>
    public static Outcome NoAnswer { get; } = new InException(typeof(HttpRequestException), null, null);

    /// <summary>In a time limit that passed before there was an answer.</summary>
    public static Outcome TimedOut { get; } = new InException(typeof(TimeoutException), null, null);

    /// <summary>In pages that would go on for ever.</summary>
    public static Outcome PagingError { get; } = new InException(typeof(PagingException), null, null);

    /// <summary>What is wrong with how it ended; null if nothing is.</summary>
    public abstract string? Refute(Exception? error, Variant variant);

    /// <summary>As the documentation has it.</summary>
    public abstract override string ToString();

    private sealed record InValue : Outcome
    {
        public override string? Refute(Exception? error, Variant variant) => error is null ? null : "expected a value";

        public override string ToString() => "the value";
    }

    private sealed record InException(Type Type, int? Status, Type? Inner) : Outcome
    {
        public override string? Refute(Exception? error, Variant variant)
        {
            // A body's exception is one of the service's too, but says that the status was a success.
            var isOfType = Type.IsInstanceOfType(error) && (Type != typeof(ServiceException) || error is not ResponseBodyException);
            if (!isOfType)
                return $"expected {this}";
            if ((Status ?? variant.Status) is { } status && error is ServiceException service && service.StatusCode != status)
                return $"expected the status {status}, found {service.StatusCode}";
            return Inner is null || Inner.IsInstanceOfType(error!.InnerException) ? null : $"expected {Inner.Name} inside";
        }

        public override string ToString()
        {
            var more = new[] { Status?.ToString(System.Globalization.CultureInfo.InvariantCulture), Inner is null ? null : $"`{Inner.Name}` inside" }.OfType<string>().ToArray();
            return $"`{Type.Name}`{(more.Length == 0 ? "" : $" ({string.Join(", ", more)})")}";
        }
    }
}
