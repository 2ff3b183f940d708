using Kiln.Generator.Collections;

namespace Kiln.Generator.Api.Model;

/// <summary>The credentials that an operation needs: those of one of some alternatives; none of them if there is no alternative (<c>security: []</c>).</summary>
internal sealed record SecurityRequirement(EquatableArray<SecurityAlternative> Alternatives)
{
    /// <summary>The requirement of requests without credentials.</summary>
    public static SecurityRequirement None { get; } = new([]);

    /// <summary>Whether requests are sent without credentials.</summary>
    public bool IsNone => Alternatives.Count == 0;
}

/// <summary>Schemes that are all needed; without any, authentication is optional.</summary>
internal sealed record SecurityAlternative(EquatableArray<RequiredScheme> Schemes);

/// <summary>A scheme, by its name, with the scopes that its token needs.</summary>
internal sealed record RequiredScheme(string Name, EquatableArray<string> Scopes);
