using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Responses;

/// <summary>Takes the values of links from responses. Emitted code calls it.</summary>
public static class LinkValue
{
    /// <summary>Returns a value that is there.</summary>
    /// <param name="value">The value.</param>
    /// <param name="expression">Where the document says that it is: <c>$response.body#/ownerId</c>.</param>
    /// <exception cref="InvalidOperationException">The value is null.</exception>
    public static T Require<T>(T? value, string expression)
        where T : class => value ?? throw Missing(expression);

    /// <inheritdoc cref="Require{T}(T, string)"/>
    public static T Require<T>(T? value, string expression)
        where T : struct => value ?? throw Missing(expression);

    /// <summary>Returns a value as the type of the parameter that it is for.</summary>
    /// <param name="value">The value.</param>
    /// <param name="from">Its type.</param>
    /// <param name="to">The type of the parameter.</param>
    /// <param name="expression">Where the document says that it is.</param>
    /// <exception cref="InvalidOperationException">The text of the value is not one of the parameter's type.</exception>
    public static TTo Convert<TFrom, TTo>(TFrom value, WireType<TFrom> from, WireType<TTo> to, string expression)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        return to.TryParse(from.Format(value), out var converted)
            ? converted
            : throw new InvalidOperationException($"The link cannot be followed: the value of {expression} is not {to.Expected}.");
    }

    private static InvalidOperationException Missing(string expression) => new($"The link cannot be followed: the response has no value for {expression}.");
}
