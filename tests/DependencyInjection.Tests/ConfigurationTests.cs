using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Plain.Api;
using Shop.Api;

namespace Kiln.DependencyInjection.Tests;

/// <summary>Options that are read from the configuration, and checked when the application starts.</summary>
public sealed class ConfigurationTests
{
    [Fact]
    public void Each_option_is_read()
    {
        var options = Read(
            ("Server", "regional"), ("IgnoreOperationServers", "True"), ("Timeout", "00:00:30"), ("UserAgent", "contoso/1.0"), ("Resilience:Retries", "5"));

        Assert.Equal("https://eu.shop.example/", options.Server!.AbsoluteUri);
        Assert.True(options.IgnoreOperationServers);
        Assert.Equal(TimeSpan.FromSeconds(30), options.Timeout);
        Assert.Equal("contoso/1.0", options.UserAgent);
        Assert.Empty(options.Credentials);
    }

    [Fact]
    public void What_is_not_there_is_as_in_code()
    {
        var options = Read();

        Assert.Null(options.Server);
        Assert.Null(options.Timeout);
        Assert.Null(options.UserAgent);
    }

    [Theory]
    [InlineData("Server")]
    [InlineData("BaseUrl")]
    public void A_server_can_be_a_URL(string key) =>
        Assert.Equal("http://localhost:5000/v2", Read((key, "http://localhost:5000/v2")).Server!.AbsoluteUri);

    [Theory]
    [InlineData("Credentials:ApiKey", "k3y", "api_key")]
    [InlineData("Credentials:apikey:Key", "k3y", "api_key")]
    [InlineData("Credentials:Token", "t0ken", "token")]
    [InlineData("Credentials:Token:Token", "t0ken", "token")]
    [InlineData("Credentials:OAuth", "t0ken", "oauth")]
    public void A_credential_of_one_value_is_read(string key, string value, string scheme)
    {
        var credential = Assert.Single(Read((key, value)).Credentials);

        Assert.Equal(scheme, credential.Scheme.Name);
    }

    [Fact]
    public void A_credential_of_several_values_is_read()
    {
        var options = Read(
            ("Credentials:OAuth:ClientId", "me"), ("Credentials:OAuth:ClientSecret", "s3cret"), ("Credentials:OAuth:Scopes:0", "read"), ("Credentials:OAuth:Scopes:1", "write"),
            ("Credentials:Basic:UserName", "rex"), ("Credentials:Basic:Password", ""));

        Assert.Equal(["basic", "oauth"], options.Credentials.Select(c => c.Scheme.Name).Order());
    }

    [Theory]
    [InlineData("Server", "Prodction", "Shop:Server: must be the name of a server (Production, Regional, Tenant) or an absolute URL.")]
    [InlineData("BaseUrl", "s3cret", "Shop:BaseUrl: must be an absolute URL, such as https://api.example.com/v1.")]
    [InlineData("BaseUrl", "https://rex:s3cret@shop.example", "Shop:BaseUrl: The base URL must not have user information, a query or a fragment.")]
    [InlineData("Timeout", "30", "Shop:Timeout: must be a time in hours, minutes and seconds, such as 00:00:30.")]
    [InlineData("Timeout", "00:00:00", "Shop:Timeout: ")]
    [InlineData("UserAgent", "(s3cret", "Shop:UserAgent: The value must be a list of products and comments, such as contoso/1.0 (linux).")]
    [InlineData("UserAgent:Name", "s3cret", "Shop:UserAgent: must be one value.")]
    [InlineData("IgnoreOperationServers", "yes", "Shop:IgnoreOperationServers: must be true or false.")]
    [InlineData("Credentials:ApyKey", "s3cret", "Shop:Credentials:ApyKey: is no security scheme of the document; it has ApiKey, OAuth, Basic, Token, Certificate.")]
    [InlineData("Credentials:ApiKey", "", "Shop:Credentials:ApiKey: is missing or empty.")]
    [InlineData("Credentials:Token", "s3cret\r\n", "Shop:Credentials:Token: ")]
    [InlineData("Credentials:ApiKey:Value", "s3cret", "Shop:Credentials:ApiKey:Value: is not known here; known are Key.")]
    [InlineData("Credentials:OAuth:ClientId", "s3cret", "Shop:Credentials:OAuth:ClientSecret: is missing or empty.")]
    [InlineData("Credentials:OAuth:Secret", "s3cret", "Shop:Credentials:OAuth:Secret: is not known here; known are Token, ClientId, ClientSecret, RefreshToken, Scopes.")]
    [InlineData("Credentials:Basic:UserName", "s3cret", "Shop:Credentials:Basic:Password: is missing.")]
    [InlineData("Credentials:Certificate", "s3cret", "Shop:Credentials:Certificate: a certificate cannot be read from the configuration")]
    public async Task A_wrong_value_ends_the_start_with_its_key_and_without_itself(string key, string value, string message)
    {
        var e = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync((key, value)));

        Assert.Contains(e.Failures, f => f.StartsWith(message, StringComparison.Ordinal));
        Assert.DoesNotContain("s3cret", e.ToString());
        Assert.DoesNotContain("(Parameter", e.Message);
    }

    [Fact]
    public async Task All_wrong_values_are_told_at_once()
    {
        var e = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(("Timeout", "x"), ("BaseUrl", "x"), ("Credentials:X", "x")));

        Assert.Equal(3, e.Failures.Count());
    }

    [Fact]
    public async Task What_does_not_fit_together_is_told()
    {
        var e = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(("BaseUrl", "http://shop.example"), ("Credentials:ApiKey", "s3cret")));

        Assert.Equal("Shop:Server: Credentials are not sent to http://shop.example over plain http, where others could read them.", Assert.Single(e.Failures));
    }

    [Fact]
    public async Task A_client_without_a_server_is_told()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddPlainClient(builder.Configuration.GetSection("Plain"));
        using var host = builder.Build();

        var e = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.StartsWith("Plain:Server: The document names no server", Assert.Single(e.Failures));
    }

    [Fact]
    public async Task What_only_a_client_of_its_own_has_is_refused()
    {
        using var http = new HttpClient();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddShopClient(o => (o.HttpClient, o.Retry) = (http, new()));
        using var host = builder.Build();

        var e = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Equal(["ShopClientOptions.HttpClient", "ShopClientOptions.Retry"], e.Failures.Select(f => f.Split(':')[0]));
    }

    [Fact]
    public async Task Right_values_let_the_application_start() =>
        await StartAsync(("Server", "Production"), ("Credentials:ApiKey", "k3y"));

    private static ShopClientOptions Read(params (string Key, string Value)[] values)
    {
        var services = new ServiceCollection();
        services.AddShopClient(Section(values));
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptions<ShopClientOptions>>().Value;
    }

    private static async Task StartAsync(params (string Key, string Value)[] values)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddShopClient(Section(values));
        using var host = builder.Build();
        await host.StartAsync();
    }

    private static IConfigurationSection Section((string Key, string Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.ToDictionary(v => "Shop:" + v.Key, v => (string?)v.Value)).Build().GetSection("Shop");
}
