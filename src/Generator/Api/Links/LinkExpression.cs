using Kiln.Generator.Api.Model;
using Kiln.Generator.Collections;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api.Links;

/// <summary>Reads runtime expressions (OpenAPI 3.1.1, "Runtime Expressions").</summary>
internal static class LinkExpression
{
    private const string Body = "$response.body#/";
    private const string Header = "$response.header.";
    private const string RequestBody = "$request.body#/";

    private static readonly string[] RequestParts = ["$request.path.", "$request.query.", "$request.header."];

    /// <summary>Where the value of an expression comes from; <see langword="null"/> for one that nothing of a received response says.</summary>
    public static LinkSource? Read(string text)
    {
        // A whole expression in braces is that expression.
        if (text is ['{', '$', .., '}'] && text.IndexOf('}') == text.Length - 1)
            text = text.Substring(1, text.Length - 2);
        if (text.StartsWith(Body, StringComparison.Ordinal))
            return new BodySource(JsonPointer.Parse(text.Substring(Body.Length - 1)).ToEquatableArray(), text);
        if (text.StartsWith(Header, StringComparison.Ordinal) && text.Length > Header.Length)
            return new HeaderSource(text.Substring(Header.Length), text);
        if (text.StartsWith(RequestBody, StringComparison.Ordinal) && JsonPointer.Parse(text.Substring(RequestBody.Length - 1)).Last() is { Length: > 0 } last)
            return new CallerSource(last, text);
        if (RequestParts.FirstOrDefault(p => text.StartsWith(p, StringComparison.Ordinal) && text.Length > p.Length) is { } part)
            return new CallerSource(text.Substring(part.Length), text);
        return text.Contains("{$") || text.StartsWith("$", StringComparison.Ordinal) ? null : new ConstantSource(text);
    }
}
