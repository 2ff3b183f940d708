using Kiln.Generator.Collections;

namespace Kiln.Generator.Api.Model;

/// <summary>How values of a response lead to another operation.</summary>
/// <example><c>owner</c> of <c>GET /pets/{id}</c>: <c>GET /users/{id}</c> with <c>/ownerId</c> of the body.</example>
/// <param name="Name">Its key.</param>
/// <param name="Target">The operation that it leads to.</param>
/// <param name="Values">The parameters in the target's path, with where their values come from.</param>
internal sealed record Link(string Name, OperationKey Target, EquatableArray<LinkValue> Values)
{
    /// <summary>What the document says of it.</summary>
    public string? Description { get; init; }

    /// <summary>The name that the document gives its method, or <see langword="null"/>.</summary>
    public string? NameOverride { get; init; }

    /// <summary>The body of the response; <see langword="null"/> if it has none.</summary>
    public Content? Content { get; init; }

    /// <summary>Whether it is that of each item of a response that is an array.</summary>
    public bool IsOfItem { get; init; }

    /// <summary>Whether it is that of the response as a whole: a value comes from a header, or the body is not an object.</summary>
    public bool IsOfResponse { get; init; }
}

/// <summary>A parameter of a link's target.</summary>
/// <param name="Parameter">Its name.</param>
/// <param name="Source">Where its value comes from.</param>
internal sealed record LinkValue(string Parameter, LinkSource Source);

/// <summary>Where the value of a parameter comes from (OpenAPI 3.1.1, "Runtime Expressions"): one of the records derived from this.</summary>
internal abstract record LinkSource
{
    private protected LinkSource()
    {
    }
}

/// <summary>A property of the response's body.</summary>
/// <param name="Path">The properties that lead to it.</param>
/// <param name="Expression">The expression as the document has it.</param>
internal sealed record BodySource(EquatableArray<string> Path, string Expression) : LinkSource;

/// <summary>A header of the response.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Expression">The expression as the document has it.</param>
internal sealed record HeaderSource(string Name, string Expression) : LinkSource;

/// <summary>A value that the caller has: one of the request, which a response does not know, or one that the link leaves out.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Expression">The expression as the document has it; <see langword="null"/> for a value that the link leaves out.</param>
internal sealed record CallerSource(string Name, string? Expression) : LinkSource;

/// <summary>A constant.</summary>
/// <param name="Text">Its text.</param>
internal sealed record ConstantSource(string Text) : LinkSource;
