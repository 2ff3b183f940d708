using Kiln.Generator.Collections;

namespace Kiln.Generator.Shapes.Files;

/// <summary>One operation's methods.</summary>
/// <param name="Name">What the methods' names begin with.</param>
/// <param name="Method">The member of Kiota's <c>Method</c>.</param>
/// <param name="Path">The path as the document has it: <c>/pets/{petId}</c>.</param>
/// <param name="Doc">What it does.</param>
/// <param name="Arguments">The parameters that must be given, each with the query property that takes it.</param>
/// <param name="Query">The query's class.</param>
/// <param name="UsesQuery">Whether anything of it goes into the request.</param>
/// <param name="Body">What is sent.</param>
/// <param name="Url">Its URL.</param>
/// <param name="Headers">The request headers.</param>
/// <param name="Accept">The media type that is asked for.</param>
/// <param name="SendsCredentials">Whether authentication providers are asked.</param>
/// <param name="Response">What comes back.</param>
/// <param name="HeadersType">The class of the answer's headers; <see langword="null"/> for the plain one.</param>
/// <param name="Errors">The exception for each status.</param>
/// <param name="Fields">The private static fields.</param>
/// <param name="Paging">How its pages are walked.</param>
/// <example><c>Get</c> becomes <c>GetAsync</c>, <c>GetWithResponseAsync</c>, <c>ToGetRequestInformation</c> and, with paging, <c>GetAllAsync</c>.</example>
internal sealed record CallShape(
    string Name,
    string Method,
    string Path,
    DocShape Doc,
    EquatableArray<ArgumentShape> Arguments,
    string Query,
    bool UsesQuery,
    BodyShape? Body,
    UrlShape Url,
    EquatableArray<HeaderParameterShape> Headers,
    string Accept,
    bool SendsCredentials,
    ResponseShape Response,
    string? HeadersType,
    EquatableArray<ErrorCaseShape> Errors,
    CallFieldsShape Fields,
    PagingShape? Paging);
