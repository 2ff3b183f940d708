namespace Kiln.Service.Tests;

/// <summary>Says why the calls of the service are not there.</summary>
public sealed class PresenceTests
{
    [Fact]
    public void The_service_is_called()
    {
#if SERVICE
        Assert.True(TestForm.IsFull);
#else
        Assert.Skip(TestForm.OnlyInFull);
#endif
    }
}
