using Kiln.Generator.Collections;

namespace Kiln.Generator.Api.Model;

/// <summary>A server (OpenAPI 3.1.1, "Server Object").</summary>
/// <param name="Template">Its URL with variables in braces; relative to the document unless it begins with a scheme.</param>
/// <param name="Title">What the document calls it (<c>name</c> of 3.2), or <see langword="null"/>.</param>
/// <param name="Description">What the document says of it.</param>
/// <param name="Variables">The variables of the template, each once, in its order.</param>
internal sealed record Server(string Template, string? Title, string? Description, EquatableArray<ServerVariable> Variables)
{
    /// <summary>The name that the document gives it in C#, or <see langword="null"/>.</summary>
    public string? NameOverride { get; init; }

    /// <summary>Where it is, if it is one of the document's own servers.</summary>
    public string? Pointer { get; init; }

    /// <summary>The URL with the defaults of all variables, relative or without a slash at its end; <see langword="null"/> where a variable has no default.</summary>
    public string? DefaultUrl { get; init; }

    /// <summary>Whether it is relative to the URL of the document.</summary>
    public bool IsRelative { get; init; }
}

/// <summary>A variable of a server's URL.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Default">Its value where none is chosen; <see langword="null"/> if the document has none.</param>
/// <param name="Values">All values that it can have; empty if any can be.</param>
/// <param name="Description">What the document says of it.</param>
internal sealed record ServerVariable(string Name, string? Default, EquatableArray<string> Values, string? Description);
