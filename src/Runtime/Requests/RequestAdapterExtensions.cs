using System.Diagnostics.CodeAnalysis;
using System.Net.Sockets;
using Kiln.Runtime.Authentication;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Http;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Telemetry;
using Kiln.Runtime.Text;
using Kiln.Runtime.Timing;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Requests;

/// <summary>Extends Kiota's request adapters to read responses with status, headers and typed errors.</summary>
/// <remarks>
/// <para>All calls throw the following exceptions only:</para>
/// <list type="bullet">
/// <item><see cref="ServiceException"/> for a status code outside of 200 to 299 (except a 304 or a redirect that the document declares), of the type that the error map has for it; also for a redirect that is not followed, and for an error that a service sends within a stream.</item>
/// <item><see cref="ResponseBodyException"/>, which derives from it, for a successful response whose body cannot be read;
/// <see cref="ContractViolationException"/>, which derives from that, for a body that violates the document's contract in <see cref="ContractMode.Strict"/>.</item>
/// <item><see cref="HttpRequestException"/> if there was no response: the connection was refused, reset or closed, or the server did not respond with HTTP.</item>
/// <item><see cref="TimeoutException"/> if the response took longer than a limit: <see cref="ReadOptions.CallTimeout"/>, <see cref="RetryOptions.AttemptTimeout"/>,
/// or the <see cref="HttpClient.Timeout"/> of the caller's own client.</item>
/// <item><see cref="OperationCanceledException"/> with the caller's token if it was canceled.</item>
/// <item><see cref="ArgumentException"/> for values that cannot be sent, such as a line break in a header; nothing is sent.</item>
/// <item><see cref="NotSupportedException"/> for a method that Kiota does not have (<see cref="RequestMethods.WithMethod"/>) if the adapter is not a <see cref="ServiceRequestAdapter"/>; nothing is sent.</item>
/// <item><see cref="InvalidOperationException"/> if the adapter has no base URL, or if pages are enumerated with a response handler.</item>
/// <item>Exceptions of the authentication provider, such as <see cref="AuthenticationException"/> for credentials that are missing or must not be sent to the host, and of the caller's callbacks.</item>
/// </list>
/// </remarks>
public static class RequestAdapterExtensions
{
    /// <summary>Sends a request and returns the body of the response.</summary>
    /// <param name="adapter">The adapter that sends the request.</param>
    /// <param name="request">
    /// The request. If it has a <see cref="ResponseHandlerOption"/>, the result of that handler is returned; the call then has the exceptions of the adapter and
    /// not the limits of this runtime.
    /// </param>
    /// <param name="body">The type of the body of a successful response.</param>
    /// <param name="errors">The types of the bodies of other responses.</param>
    /// <param name="cancellationToken">A token to cancel the request.</param>
    public static Task<T> SendAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>(
        this IRequestAdapter adapter, RequestInformation request, BodyType<T> body, ErrorMap errors, CancellationToken cancellationToken = default)
    {
        Check(adapter, request, body, errors);
        return HasOwnHandler(request)
            ? SendToOwnHandlerAsync<T>(adapter, request, cancellationToken)!
            : SendAndReadAsync(adapter, request, body, errors, null, cancellationToken);
    }

    /// <summary>Sends a request and returns the body with the status and headers, none of which has a type of its own.</summary>
    /// <inheritdoc cref="SendWithResponseAsync{T, THeaders}" path="param"/>
    public static Task<Response<T, ResponseHeaders>> SendWithResponseAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>(
        this IRequestAdapter adapter, RequestInformation request, BodyType<T> body, ErrorMap errors, CancellationToken cancellationToken = default) =>
        adapter.SendWithResponseAsync(request, body, static headers => headers, errors, cancellationToken);

    /// <summary>Sends a request and returns the body with the status and headers.</summary>
    /// <param name="adapter">The adapter that sends the request.</param>
    /// <param name="request">The request. If it has a <see cref="ResponseHandlerOption"/>, the status code is 0 and there are no headers.</param>
    /// <param name="body">The type of the body of a successful response.</param>
    /// <param name="headers">Creates the typed headers.</param>
    /// <param name="errors">The types of the bodies of other responses.</param>
    /// <param name="cancellationToken">A token to cancel the request.</param>
    public static async Task<Response<T, THeaders>> SendWithResponseAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T, THeaders>(
        this IRequestAdapter adapter, RequestInformation request, BodyType<T> body, Func<ResponseHeaders, THeaders> headers, ErrorMap errors,
        CancellationToken cancellationToken = default)
    {
        Check(adapter, request, body, errors);
        ArgumentNullException.ThrowIfNull(headers);
        if (HasOwnHandler(request))
        {
            var result = await SendToOwnHandlerAsync<T>(adapter, request, cancellationToken).ConfigureAwait(false);
            return new(0, null, headers(ResponseHeaders.Empty), ResponseHeaders.Empty, result!);
        }

        var capture = new ResponseCapture();
        var value = await SendAndReadAsync(adapter, request, body, errors, capture, cancellationToken).ConfigureAwait(false);
        var response = capture.Response!;
        return new(response.StatusCode, response.ReasonPhrase, headers(response.Headers), response.Headers, value) { Location = response.Location };
    }

    /// <summary>Sends, throws for an error, and reads.</summary>
    /// <param name="adapter">The adapter that sends the request.</param>
    /// <param name="request">The request.</param>
    /// <param name="body">The type of the body of a successful response.</param>
    /// <param name="errors">The types of the bodies of other responses.</param>
    /// <param name="capture">Gets the response, which may be closed already: only its status and headers count. Null where nobody asks for them.</param>
    /// <param name="cancellationToken">A token to cancel the request.</param>
    internal static Task<T> SendAndReadAsync<T>(
        IRequestAdapter adapter, RequestInformation request, BodyType<T> body, ErrorMap errors, ResponseCapture? capture, CancellationToken cancellationToken) =>
        CallActivity.IsWanted
            ? ObserveAsync(adapter, request, body, errors, capture, cancellationToken)
            : SendAndReadAsync(adapter, request, body, errors, capture, null, cancellationToken);

    // The activity is started in here: started by the caller, it would stay the caller's current one.
    private static async Task<T> ObserveAsync<T>(
        IRequestAdapter adapter, RequestInformation request, BodyType<T> body, ErrorMap errors, ResponseCapture? capture, CancellationToken cancellationToken)
    {
        using var activity = CallActivity.Start(request, OtherMethod.NameOf(request));
        try
        {
            return await SendAndReadAsync(adapter, request, body, errors, capture, activity, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            activity?.Failed(e, e is ServiceException { StatusCode: var status } and not ResponseBodyException ? status : null);
            throw;
        }
    }

    private static async Task<T> SendAndReadAsync<T>(
        IRequestAdapter adapter, RequestInformation request, BodyType<T> body, ErrorMap errors, ResponseCapture? capture, CallActivity? activity, CancellationToken cancellationToken)
    {
        var shared = ClientRequestAdapter.SharedBy(adapter);
        var options = OptionsOf(shared, request);
        var observed = options.Observer is { IsEnabled: true } observer ? observer.Begin(request) : null;
        if (observed is not null)
            options = options with { Observed = observed };
        capture ??= new();
        capture.Expect(request, body, errors);
        var state = new CallState(request, options.CallTimeout, options.TimeProvider) { RateLimit = errors.RateLimit, Activity = activity };
        var response = await SendCoreAsync(shared, request, options, state, capture, cancellationToken).ConfigureAwait(false);
        var stays = false;
        try
        {
            activity?.Answered(response.StatusCode);
            response.ObserveWith(observed);
            if (!DocumentedSuccesses.IsRead(response, body, errors))
                throw await FailAsync(response, errors, options, cancellationToken).ConfigureAwait(false);
            if (DocumentedSuccesses.Violation(response, body, errors) is { } violation)
                await response.ReportAsync(violation, options, cancellationToken).ConfigureAwait(false);
            if (body.KeepsOpenOf(response.StatusCode))
                response.Continuation = RangeRequests.For(shared, request, options, body, errors);
            var value = await body.ReadAsync(response, options, cancellationToken).ConfigureAwait(false);
            stays = body.KeepsOpenOf(response.StatusCode) && value is not null;
            return value;
        }
        finally
        {
            if (!stays)
                response.Dispose();
        }
    }

    /// <summary>Sends a request, and returns the response at its headers, whatever its status is.</summary>
    internal static async Task<RawResponse> SendForResponseAsync(
        IRequestAdapter adapter, RequestInformation request, ReadOptions options, IBodyWriter body, ErrorMap errors, CancellationToken cancellationToken)
    {
        var capture = new ResponseCapture();
        capture.Expect(request, body, errors);
        var state = new CallState(request, options.CallTimeout, options.TimeProvider) { RateLimit = errors.RateLimit };
        return await SendCoreAsync(adapter, request, options, state, capture, cancellationToken).ConfigureAwait(false);
    }

    internal static bool HasOwnHandler(RequestInformation request) =>
        request.GetRequestOption<ResponseHandlerOption>()?.ResponseHandler is not (null or ResponseCapture);

    private static async Task<T?> SendToOwnHandlerAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>(
        IRequestAdapter adapter, RequestInformation request, CancellationToken cancellationToken)
    {
        HeaderCheck.Check(request);
        return await RequestMethods.SendToHandlerAsync<T>(adapter, request, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<RawResponse> SendCoreAsync(
        IRequestAdapter adapter, RequestInformation request, ReadOptions options, CallState state, ResponseCapture capture, CancellationToken cancellationToken)
    {
        HeaderCheck.Check(request);
        request.AddRequestOptions([new ResponseHandlerOption { ResponseHandler = capture }, state]);
        using var limit = new TimeLimit(options.CallTimeout, options.TimeProvider, cancellationToken);
        try
        {
            // Asking for a stream makes Kiota's adapter return at the headers; the body is then read under our limits.
            var stream = await RequestMethods.SendToHandlerAsync<Stream>(adapter, request, limit.Token).ConfigureAwait(false);
            if (AddedCredentials.TryRenew(request, capture.Message))
            {
                capture.Message!.Dispose();
                state.Asked = null;
                stream = await RequestMethods.SendToHandlerAsync<Stream>(adapter, request, limit.Token).ConfigureAwait(false);
            }
            return capture.Response = capture.Message is { } message ? new(message, request, state) : new(stream, request, state);
        }
        catch (Exception e) when (ReferenceEquals(e, state.CallbackException) && !(e is OperationCanceledException && limit.Token.IsCancellationRequested))
        {
            throw;
        }
        catch (OperationCanceledException e)
        {
            // HttpClient has a limit of its own, and says so in this way.
            throw e.InnerException is TimeoutException && !cancellationToken.IsCancellationRequested
                ? new TimeoutException(e.Message, e)
                : limit.Explain(e, "The call got no response");
        }
        catch (HttpRequestException e) when (MessageText.OneLine(e.Message) != e.Message)
        {
            // It quotes what came in place of a response.
            throw new HttpRequestException(e.HttpRequestError, MessageText.OneLine(e.Message), e.InnerException, e.StatusCode);
        }
        catch (Exception e) when (IsOfHandlers(e))
        {
            throw new HttpRequestException(MessageText.OneLine(e.Message), e);
        }
        finally
        {
            if (AddedCredentials.ReleaseBody(request) is { } body)
                await body.DisposeAsync().ConfigureAwait(false);
        }
    }

    // What handlers let out: .NET's a connection that is reset just when it is made, those of other clients corrupt bodies that they read on the way,
    // and Kiota's own retries and redirects when they give up.
    private static bool IsOfHandlers(Exception e) =>
        e is SocketException or IOException or InvalidDataException or AggregateException || (e is InvalidOperationException && e.InnerException?.GetType() == typeof(Exception));

    internal static async Task<ServiceException> FailAsync(RawResponse response, ErrorMap errors, ReadOptions options, CancellationToken cancellationToken)
    {
        var (body, isCut) = await response.ReadErrorAsync(options, cancellationToken).ConfigureAwait(false);
        using (body)
        {
            var context = response.Describe(body.Memory, isCut, description: errors.DescriptionOf(response.StatusCode));
            return errors.Find(response.StatusCode)?.Make(context, body.Memory) ?? new ServiceException(context);
        }
    }

    private static ReadOptions OptionsOf(IRequestAdapter adapter, RequestInformation request)
    {
        var options = request.GetRequestOption<ReadOptions>() ?? (adapter as ServiceRequestAdapter)?.ReadOptions ?? ReadOptions.Default;
        return request.GetRequestOption<CallSettings>()?.Timeout is { } timeout ? options with { CallTimeout = timeout } : options;
    }

    private static void Check(IRequestAdapter adapter, RequestInformation request, object body, ErrorMap errors)
    {
        ArgumentNullException.ThrowIfNull(adapter);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(errors);
    }
}
