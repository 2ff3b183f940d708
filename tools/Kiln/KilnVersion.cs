using System.Reflection;

namespace Kiln.Tool;

/// <summary>The version of this kiln, and of the runtime that comes with it.</summary>
internal static class KilnVersion
{
    /// <example><c>0.1.0</c></example>
    public static string Text { get; } =
        // Behind the plus stands the commit.
        typeof(KilnVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
