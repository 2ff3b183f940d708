using Kiln.Live.Tests.Support;

namespace Kiln.Live.Tests.PowerDns;

public sealed class PowerDnsServer() : LiveServer("powerdns")
{
    /// <summary>The key that the server asks for.</summary>
    public const string Key = "secret";
}
