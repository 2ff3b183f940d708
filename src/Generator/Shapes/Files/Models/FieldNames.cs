namespace Kiln.Generator.Shapes.Files;

/// <summary>
/// Decides for which fields the table names the C# property. The runtime finds the field of a property by comparing the names without case and without what is
/// neither a letter nor a digit of ASCII (its <c>PropertyNames</c>), which is enough for most.
/// </summary>
internal static class FieldNames
{
    /// <summary>Marks the fields whose property has to be named.</summary>
    /// <param name="fields">All fields of a model.</param>
    /// <param name="inherited">How many of them are those of its base.</param>
    public static IEnumerable<FieldShape> Mark(IReadOnlyList<FieldShape> fields, int inherited)
    {
        var byWord = fields.GroupBy(f => Word(f.WireName), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        return fields.Select((field, place) =>
        {
            var word = Word(field.WireName);
            return place >= inherited && (word.Length == 0 || field.WireName.Contains('\t') || word != Word(field.Name) || byWord[word] > 1) ? field with { IsNamed = true } : field;
        });
    }

    private static string Word(string name) => string.Concat(name.Where(c => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9')).ToLowerInvariant();
}
