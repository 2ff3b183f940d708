using System.Reflection;
using Kiln.Generator.Tests.Answers.Making;
using Kiln.Generator.Tests.Requests.Sending;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Requests;
using Microsoft.Kiota.Abstractions.Authentication;

namespace Kiln.Generator.Tests.Answers.Calling;

/// <summary>A server on a socket that answers as it is told, and clients of it in both modes.</summary>
internal sealed class AnswerCalls : IAsyncDisposable
{
    private readonly LoopbackServer server = new();
    private readonly List<ContractViolation> violations = [];
    private readonly Observer observer;
    private readonly HttpClient http;

    public AnswerCalls()
    {
        observer = new(server.Address);
        http = new(observer);
        Tolerant = new(new AnonymousAuthenticationProvider(), server.Address, http, new() { OnViolation = violations.Add });
        Strict = new(new AnonymousAuthenticationProvider(), server.Address, http, new() { Mode = ContractMode.Strict });
    }

    public ServiceRequestAdapter Tolerant { get; }

    public ServiceRequestAdapter Strict { get; }

    /// <summary>What was told of the last response that was not as the document says.</summary>
    public IReadOnlyList<ContractViolation> Violations => violations;

    /// <summary>What the last request asked for.</summary>
    public string Accept => observer.Accept;

    /// <summary>Serves a response to what a method sends.</summary>
    /// <param name="method">The method.</param>
    /// <param name="served">The response; <see langword="null"/> for 204.</param>
    /// <param name="isHead">Whether the response has no body whatever it says.</param>
    /// <param name="call">Calls the method.</param>
    public async Task<Outcome> Read(AnswerMethod method, ServedAnswer? served, bool isHead, Func<object> call)
    {
        violations.Clear();
        observer.Clear();
        if (served is not null)
            server.Answer = served.Write(isHead);
        return await Outcome.Of(method, call, () => observer.Expected);
    }

    public async ValueTask DisposeAsync()
    {
        Tolerant.Dispose();
        Strict.Dispose();
        http.Dispose();
        await server.DisposeAsync();
    }

    private sealed class Observer(Uri server) : DelegatingHandler(new ToLoopback(server))
    {
        public string Accept { get; private set; } = "";

        public ExpectedResponse? Expected { get; private set; }

        public void Clear() => (Accept, Expected) = ("", null);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Accept = request.Headers.NonValidated.TryGetValues("Accept", out var values) ? values.ToString() : "";
            Expected = ExpectedResponse.Of(request);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
