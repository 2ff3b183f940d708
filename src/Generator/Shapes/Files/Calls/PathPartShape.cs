namespace Kiln.Generator.Shapes.Files;

/// <summary>A part of a path: text, or a parameter.</summary>
/// <param name="Text">The text, or the name of the parameter's value in the builder.</param>
/// <param name="Wire">The runtime's <c>WireType</c> of a parameter; <see langword="null"/> for a string whose style does not matter.</param>
/// <example><c>/pets/{petId}</c> has the parts <c>("/pets/", null)</c> and <c>("petId", "WireType.Int64")</c>.</example>
internal sealed record PathPartShape(string Text, string? Wire)
{
    /// <summary>Whether it is a parameter.</summary>
    public bool IsValue { get; init; }

    /// <summary>How a value is written that has more than one form; <see langword="null"/> for all others.</summary>
    public PathStyleShape? Style { get; init; }
}

/// <summary>The style of a parameter in a path.</summary>
/// <param name="WireName">The name of the parameter.</param>
/// <param name="Style">The member of the runtime's <c>ParameterStyle</c>.</param>
/// <param name="AllowsReserved">Whether reserved characters are not percent-encoded.</param>
internal sealed record PathStyleShape(string WireName, string Style, bool AllowsReserved);
