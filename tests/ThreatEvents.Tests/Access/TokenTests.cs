using ThreatEvents.EmbeddedConsole;
using ThreatEvents.Tests.Support;

namespace ThreatEvents.Tests.Access;

public sealed class TokenTests : IDisposable
{
    private readonly string file = Path.Combine(Path.GetTempPath(), $"token-{Guid.NewGuid():N}");

    public void Dispose() => File.Delete(file);

    [Fact]
    public async Task Is_taken_from_the_environment()
    {
        await using var console = await ScriptedConsole.WithEvents();

        (await CommandRun.WithToken(" from-the-environment\n").Against(console.Address)).Done();

        Assert.Equal("ApiToken from-the-environment", Assert.Single(console.Asked).Authorization);
    }

    [Theory]
    [InlineData("from-the-file")]
    [InlineData("from-the-file\n")]
    [InlineData("\uFEFF  from-the-file \r\n")]
    public async Task Is_taken_from_a_file_rather_than_from_the_environment(string content)
    {
        await File.WriteAllTextAsync(file, content, TestContext.Current.CancellationToken);
        await using var console = await ScriptedConsole.WithEvents();

        (await CommandRun.WithToken("from-the-environment").Against(console.Address, "--token-file", file)).Done();

        Assert.Equal("ApiToken from-the-file", Assert.Single(console.Asked).Authorization);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    [InlineData("s3cret one\n")]
    [InlineData("s3cret\r\nX-Header: injected")]
    [InlineData("s3crét")]
    public async Task A_file_without_one_token_is_refused_and_not_shown(string content)
    {
        await File.WriteAllTextAsync(file, content, TestContext.Current.CancellationToken);
        await using var console = await ScriptedConsole.WithEvents();

        var sentence = (await new CommandRun().Against(console.Address, "--token-file", file)).Fails(2);

        Assert.Contains(file, sentence);
        Assert.DoesNotContain("s3cr", sentence);
        Assert.Empty(console.Asked);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_told()
    {
        var sentence = (await new CommandRun().Against(new Uri("https://console.example"), "--token-file", file)).Fails(2);

        Assert.StartsWith("The token file cannot be read: ", sentence);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public async Task An_empty_variable_is_no_token(string value) =>
        Assert.Contains("An API token is needed", (await CommandRun.WithToken(value).Against(new Uri("https://console.example"))).Fails(2));

    [Fact]
    public async Task The_embedded_console_never_sees_the_real_token() =>
        Assert.Equal("2500\n", (await CommandRun.WithToken("real").Async("--count")).Done().Output);

    [Fact]
    public async Task A_wrong_token_is_refused_by_the_service_and_not_shown()
    {
        await using var console = await ConsoleServer.StartAsync(TestContext.Current.CancellationToken);

        var sentence = (await CommandRun.WithToken("s3cret").Against(console.Address)).Fails(1);

        Assert.Contains("401 Unauthorized: Authentication Failed (code 4010010).", sentence);
        Assert.DoesNotContain("s3cret", sentence);
    }
}
