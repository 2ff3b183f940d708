namespace Kiln.Live.Tests;

/// <summary>Says why the tests with servers are not there.</summary>
public sealed class PresenceTests
{
    [Fact]
    public void The_servers_are_called()
    {
#if SERVERS
        Assert.True(TestForm.IsFull);
#else
        Assert.Skip("The servers are called with KILN_FULL=1 in the build, where their documents are beside this checkout.");
#endif
    }
}
