namespace Kiln.Runtime.Wire;

/// <summary>Finds the field of a C# property. The generator has the same rule, and names the property in the table of fields where it is not enough.</summary>
internal static class PropertyNames
{
    /// <summary>Whether a property has the name of a field but for case and what is neither a letter nor a digit.</summary>
    /// <example><c>FirstName</c> for <c>first-name</c>.</example>
    public static bool IsNamedAfter(string property, string field)
    {
        var (one, other) = (0, 0);
        while (true)
        {
            while (one < property.Length && !char.IsAsciiLetterOrDigit(property[one]))
                one++;
            while (other < field.Length && !char.IsAsciiLetterOrDigit(field[other]))
                other++;
            if (one == property.Length || other == field.Length)
                return one == property.Length && other == field.Length;
            if (char.ToLowerInvariant(property[one++]) != char.ToLowerInvariant(field[other++]))
                return false;
        }
    }
}
