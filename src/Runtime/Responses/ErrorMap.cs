using System.Globalization;

namespace Kiln.Runtime.Responses;

/// <summary>
/// Which error body a status has: the status itself counts before its class (<c>4XX</c>), and that before <c>default</c>. Filled where it
/// is made and not changed after, so all threads may share it.
/// </summary>
public sealed class ErrorMap
{
    private readonly Dictionary<string, ErrorBody> bodies = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The error body of a status (<c>404</c>), a class of statuses (<c>5XX</c>) or all others (<c>default</c>).</summary>
    /// <exception cref="KeyNotFoundException">Getting a status that was not set.</exception>
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
