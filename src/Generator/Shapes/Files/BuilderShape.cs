using Kiln.Generator.Collections;

namespace Kiln.Generator.Shapes.Files;

/// <summary>A request builder, or the client.</summary>
/// <param name="Values">The path parameters that it holds.</param>
/// <param name="Template">Its URL as a template, for Kiota's middleware and telemetry.</param>
/// <param name="Client">What only the client has; <see langword="null"/> for other builders.</param>
/// <param name="Children">The ways on.</param>
/// <param name="PathCalls">The calls that make the path of its URL, where several operations share them; else empty.</param>
/// <param name="Calls">Its operations.</param>
internal sealed record BuilderShape(
    string HintName,
    string Namespace,
    EquatableArray<UsingShape> Usings,
    string Name,
    DocShape Doc,
    EquatableArray<ValueShape> Values,
    string Template,
    ClientShape? Client,
    EquatableArray<ChildShape> Children,
    EquatableArray<string> PathCalls,
    EquatableArray<CallShape> Calls)
    : FileShape(HintName, Namespace, Usings, Name, Doc);

/// <summary>What only the client has.</summary>
/// <param name="ServerUrl">The URL that is used when the adapter has none; <see langword="null"/> when the document names none.</param>
internal sealed record ClientShape(string? ServerUrl);

/// <summary>A value with a name: a builder's field, a method's parameter.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its C# type.</param>
/// <param name="EmptyValue">The field's value where none is given; empty for <c>default</c>.</param>
/// <param name="Description">What the document says of it.</param>
internal sealed record ValueShape(string Name, string Type, string EmptyValue, string? Description);

/// <summary>The way from a builder to another.</summary>
/// <param name="Member">The property's or method's name; empty for an indexer.</param>
/// <param name="Type">The other builder.</param>
/// <param name="NewValues">The path parameters that it adds; none for a property.</param>
/// <param name="Arguments">The values that it is made with.</param>
/// <param name="Doc">Where it leads.</param>
internal sealed record ChildShape(string Member, string Type, EquatableArray<ValueShape> NewValues, EquatableArray<string> Arguments, DocShape Doc);

/// <summary>One operation's methods.</summary>
/// <param name="Name">What the methods' names begin with.</param>
/// <param name="Method">The member of Kiota's <c>Method</c>.</param>
/// <param name="Origin">The operation as the document names it: <c>GET /pets</c>.</param>
/// <param name="Doc">What it does.</param>
/// <param name="Arguments">The parameters that must be given, each with the query property that takes it.</param>
/// <param name="Query">The query's class.</param>
/// <param name="UsesQuery">Whether anything of it goes into the request.</param>
/// <param name="Body">What is sent.</param>
/// <param name="HasOwnPath">Whether it makes the URL's path itself; otherwise the builder does.</param>
/// <param name="UrlParts">The calls that make the URL's path, if it has its own, and its query.</param>
/// <param name="HeaderCalls">The calls that add headers.</param>
/// <param name="Accept">The media type that is asked for.</param>
/// <param name="SendsCredentials">Whether authentication providers are asked.</param>
/// <param name="Response">What comes back.</param>
/// <param name="HeadersType">The class of the answer's headers; <see langword="null"/> for the plain one.</param>
/// <param name="Errors">The exception for each status.</param>
/// <param name="Paging">How its pages are walked.</param>
internal sealed record CallShape(
    string Name,
    string Method,
    string Origin,
    DocShape Doc,
    EquatableArray<ArgumentShape> Arguments,
    string Query,
    bool UsesQuery,
    BodyShape? Body,
    bool HasOwnPath,
    EquatableArray<string> UrlParts,
    EquatableArray<string> HeaderCalls,
    string Accept,
    bool SendsCredentials,
    ResponseShape Response,
    string? HeadersType,
    EquatableArray<ErrorCaseShape> Errors,
    PagingShape? Paging);

/// <summary>A parameter that must be given.</summary>
internal sealed record ArgumentShape(string Name, string Type, string Property, string? Description);

/// <summary>What is sent.</summary>
/// <param name="Type">The parameter's type, with its question mark if it may be left out.</param>
/// <param name="IsRequired">Whether it must be given.</param>
/// <param name="TakesContentType">Whether the caller says the content type.</param>
/// <param name="SetCall">The call that puts <c>body</c> into the request.</param>
internal sealed record BodyShape(string Type, bool IsRequired, bool TakesContentType, string SetCall, string? Description);

/// <summary>What comes back.</summary>
/// <param name="Type">The C# type; <c>NoContent</c> for nothing.</param>
/// <param name="Expression">The expression of the runtime's <c>BodyType</c>.</param>
/// <param name="IsEmpty">Whether nothing comes back.</param>
internal sealed record ResponseShape(string Type, string Expression, bool IsEmpty);

/// <summary>The exception that a status is thrown as.</summary>
internal sealed record ErrorCaseShape(string Status, string Exception);

/// <summary>How pages are walked.</summary>
internal sealed record PagingShape(
    string ItemType,
    string PageWire,
    string ItemWire,
    string Items,
    string ItemsPointer,
    string NextCursor,
    string NextCursorPointer,
    EquatableArray<string> EndCursors,
    string CursorProperty,
    EquatableArray<string> FirstPageOnly,
    string? PageSizeProperty,
    long PageSize,
    string? CountOnlyProperty,
    string? TotalPointer,
    string Total);
