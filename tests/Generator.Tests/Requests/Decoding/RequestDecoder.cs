using System.Text;
using System.Text.Json.Nodes;
using Kiln.Generator.Tests.Requests.Document;

namespace Kiln.Generator.Tests.Requests.Decoding;

/// <summary>Reads the parameters of a request as a server does that knows the document, and shares no code with Kiln.</summary>
internal sealed class RequestDecoder
{
    private readonly RawOperation operation;
    private readonly RawRequest request;
    private readonly IReadOnlyDictionary<string, string> path;
    private readonly PairDecoder query;
    private readonly PairDecoder cookies;

    /// <exception cref="FormatException">The request is not of the operation.</exception>
    public RequestDecoder(RawOperation operation, RawRequest request)
    {
        (this.operation, this.request) = (operation, request);
        if (!request.Method.Equals(operation.Method, StringComparison.Ordinal))
            throw new FormatException($"The method is {request.Method}.");

        // A path may bring a query along, and a fragment, which is not sent.
        var template = ("/" + operation.Path.TrimStart('/')).Split('#')[0].Split('?');
        path = operation.BasePaths.Where(b => request.Path.StartsWith(b, StringComparison.Ordinal)).Select(b => PathDecoder.Read(template[0], request.Path[b.Length..]))
            .Append(PathDecoder.Read(template[0], request.Path)).FirstOrDefault(p => p is not null) ?? throw new FormatException($"The path is {request.Path}.");
        query = PairDecoder.OfQuery(template.Length == 1 ? request.Query
            : request.Query.StartsWith(template[1], StringComparison.Ordinal) ? request.Query[template[1].Length..]
            : throw new FormatException($"The query does not begin with {template[1]}."));
        cookies = PairDecoder.OfCookies(request.Header("Cookie"));
    }

    /// <summary>What was sent in the query and in cookies, and is no parameter that was read.</summary>
    public IEnumerable<string> Left => query.Left.Concat(cookies.Left).Select(p => $"{p.Name}={p.Value}");

    /// <summary>Reads a parameter. Objects whose name is not sent are to be read last.</summary>
    /// <returns>The value, whose scalars are texts but where the parameter is JSON; <see langword="null"/> if nothing was sent.</returns>
    public JsonNode? Read(RawParameter parameter, Form form)
    {
        var how = parameter.Serialization;
        switch (parameter.In)
        {
            case Place.Path:
                return path.TryGetValue(parameter.Name, out var text) ? StyleDecoder.Read(text, parameter.Name, how, form, t => PercentText.Decode(t)) : null;
            case Place.Header:
                // Headers are not percent-encoded: nothing in HTTP would decode them.
                return request.Header(parameter.Name) is { } value ? StyleDecoder.Read(value, parameter.Name, how, form, t => t) : null;
            case Place.Cookie:
                return cookies.Read(parameter.Name, how, form, n => IsOwn(parameter, n), t => PercentText.Decode(t));
            case Place.QueryString:
                return how.MediaType is "application/x-www-form-urlencoded" ? query.Read("", how with { Style = "form", Explode = true }, form, _ => true, Decode) : StyleDecoder.Content(PercentText.Decode(request.Query), how.MediaType!);
            default:
                return query.Read(parameter.Name, how, form, n => IsOwn(parameter, n), Decode);
        }

        string Decode(string text) => PercentText.Decode(text, isForm: !how.AllowReserved);
    }

    /// <summary>Whether a parameter can be sent at all: the fragment of a URL is not.</summary>
    public bool IsSent(RawParameter parameter) => parameter.In != Place.Path || path.ContainsKey(parameter.Name);

    /// <summary>Whether an object's properties are sent without its name.</summary>
    public static bool IsNameless(RawParameter parameter, Form form) => form == Form.Map && parameter.Serialization is { Explode: true, Style: not ("deepObject" or "content" or "simple" or "label" or "matrix") };

    // The names that its schema says; where that is any, all that are no other parameter's.
    private bool IsOwn(RawParameter parameter, string name) => PropertyNames.Of(parameter.Schema) is { } names
        ? names.Contains(name)
        : !operation.Parameters.Any(p => p != parameter && p.In == parameter.In && (p.Name == name || name.StartsWith(p.Name + "[", StringComparison.Ordinal)));
}
