namespace Kiln.Runtime.Requests;

/// <summary>One name with its value, before anything is encoded. <c>color=blue,black</c> has two parts, which a comma separates.</summary>
/// <param name="Name">The name.</param>
/// <param name="Parts">The parts of the value, at least one.</param>
/// <param name="Separator">What stands between the parts of a list or an object, of which no part contains it unless it is a comma; null for a single value, whose text nothing separates.</param>
internal readonly record struct ParameterPair(string Name, IReadOnlyList<string> Parts, char? Separator = null)
{
    /// <summary>The value as one text, for a place where nothing is encoded.</summary>
    /// <param name="parameter">The parameter that it belongs to, for the message.</param>
    /// <exception cref="ArgumentException">A part of a list or an object contains the separator, and could not be told from two.</exception>
    public string Join(string parameter)
    {
        if (Separator is not { } separator)
            return Parts[0];
        // Also the only item of a list: it would be read as two.
        ParameterText.CheckParts(parameter, Parts, separator);
        return string.Join(separator, Parts);
    }
}
