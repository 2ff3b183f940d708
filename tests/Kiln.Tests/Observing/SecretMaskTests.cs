using System.Text.Json;
using Kiln.Tool.Observing;

namespace Kiln.Tool.Tests.Observing;

public sealed class SecretMaskTests
{
    [Theory]
    [InlineData("name", "\"Rex\"", "\"Rex\"")]
    [InlineData("password", "\"a\"", "\"***\"")]
    [InlineData("nextPageToken", "\"a\"", "\"***\"")]
    [InlineData("Set-Cookie", "\"a=b\"", "\"***\"")]
    [InlineData("apiKey", "\"a\"", "\"***\"")]
    [InlineData("x_api_key", "\"a\"", "\"***\"")]
    [InlineData("pin", "1234", "***")]
    [InlineData("id", "\"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln\"", "\"***\"")]
    [InlineData("id", "\"Bearer abc\"", "\"***\"")]
    [InlineData("id", "\"QWxhZGRpbjpvcGVuIHNlc2FtZQ1QWxhZGRpbjpvcGVuIHNlc2FtZQ==\"", "\"***\"")]
    [InlineData("url", "\"https://user:word@a.example/\"", "\"***\"")]
    [InlineData("id", "\"0b9c5b1e-4f0e-4b7e-9c3e-0d6b0d2f8a11\"", "\"0b9c5b1e-4f0e-4b7e-9c3e-0d6b0d2f8a11\"")]
    [InlineData("createdAt", "\"2021-12-14T20:23:45.999000Z\"", "\"2021-12-14T20:23:45.999000Z\"")]
    [InlineData("id", "\"a\\u001b[31m\\nb\"", "\"a [31m b\"")]
    [InlineData("id", "\"\\ud800\"", "\"***\"")]
    [InlineData("id", "12345678901234567890", "12345678901234567890")]
    [InlineData("id", "null", "null")]
    [InlineData("id", "{}", "an object")]
    [InlineData("token", "[\"a\"]", "an array")]
    public void Shows_values_but_no_secrets(string name, string json, string expected) => Assert.Equal(expected, SecretMask.Show(name, JsonDocument.Parse(json).RootElement));
}
