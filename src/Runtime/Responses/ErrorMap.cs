using System.Globalization;

namespace Kiln.Runtime.Responses;

/// <summary>
/// Maps status codes to error bodies: an exact status code takes precedence over its class (<c>4XX</c>), and that over <c>default</c>. Thread-safe once it
/// is no longer changed.
/// </summary>
public sealed class ErrorMap
{
    private readonly Dictionary<string, ErrorBody> bodies = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets or sets the error body of a status code (<c>404</c>), a class of status codes (<c>5XX</c>) or all others (<c>default</c>).</summary>
    /// <exception cref="KeyNotFoundException">The status code to get was not set.</exception>
    public ErrorBody this[string status]
    {
        get => bodies[status];
        set => bodies[status] = value;
    }

    internal ErrorBody? Find(int status) =>
        bodies.GetValueOrDefault(status.ToString(CultureInfo.InvariantCulture)) ??
        bodies.GetValueOrDefault($"{status / 100}XX") ??
        bodies.GetValueOrDefault("default");
}
