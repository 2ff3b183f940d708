using System.Security.Cryptography.X509Certificates;
using Kiln.Runtime.Authentication;
using Kiln.Runtime.Requests;

namespace Kiln.Runtime.Tests.Authentication;

/// <summary>The code of docs/authentication.md: it is compiled here, as it is there.</summary>
public sealed class AuthenticationPageTests
{
    [Fact]
    public void The_page_shows_this_code()
    {
        var here = Lines(File.ReadAllText(Path.Combine(Checkout.Root, "tests/Runtime.Tests/Authentication/AuthenticationPageTests.cs")));
        var blocks = File.ReadAllText(Path.Combine(Checkout.Root, "docs/authentication.md")).Split("```csharp\n")[1..].Select(block => block.Split("```")[0]).ToList();

        Assert.Equal(5, blocks.Count);
        Assert.All(blocks, block => Assert.Contains(Lines(block), here, StringComparison.Ordinal));
    }

    // Indentation is that of the place.
    private static string Lines(string code) => string.Join('\n', code.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));

    private static async Task PageAsync(string key, string clientId, string clientSecret, X509Certificate2 certificate)
    {
        var apiKey = new ApiKeyScheme("apiKey", ApiKeyLocation.Header, "X-Api-Key");
        var url = new Uri("https://api.example/v1");
        var requirement = new SecurityRequirement(new SecurityAlternative(apiKey));
        using var adapter = new ServiceRequestAdapter(new CredentialAuthenticationProvider([Credential.ApiKey(apiKey, key)], requirement, [url]), url);

        var bearer = new HttpScheme("bearer", "bearer");
        var fromVault = Credential.Token(bearer, async cancellationToken => await ReadTokenAsync(cancellationToken));

        var forPartner = Credential.ApiKey(new ApiKeyScheme("apiKey", ApiKeyLocation.Header, "X-Api-Key"), key).For(new Uri("https://partner.example"));
        await PageAsync(clientId, clientSecret);

        var mutualTls = Credential.Certificate(new MutualTlsScheme("mtls"), certificate);
    }

    private static async Task PageAsync(string clientId, string clientSecret)
    {
        var oauth = new OAuth2Scheme("oauth", new("https://id.example/token"), new("https://id.example/authorize"), new("https://id.example/device"));

        var service = Credential.ClientCredentials(oauth, clientId, clientSecret, ["read:pets"]);

        var desktop = Credential.AuthorizationCode(
            oauth, clientId, new("http://127.0.0.1:8400/"), (url, cancellationToken) => LoopbackRedirect.ReceiveAsync(url, OpenBrowser, cancellationToken));

        var terminal = Credential.DeviceCode(oauth, clientId, (prompt, _) =>
        {
            Console.WriteLine($"Open {prompt.VerificationUri} and enter {prompt.UserCode}.");
            return default;
        });
        await terminal.PrepareAsync();
    }

    private static ValueTask<string> ReadTokenAsync(CancellationToken cancellationToken) => new("token");

    private static void OpenBrowser(Uri url)
    {
    }
}
