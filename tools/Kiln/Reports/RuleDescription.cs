namespace Kiln.Tool.Reports;

/// <summary>What a rule says in general, for forms that list their rules.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">A short sentence.</param>
/// <param name="Help">What it means to clients, and what to do.</param>
internal sealed record RuleDescription(string Id, string Title, string Help)
{
    /// <summary>For a rule about which no more is known: its id in words.</summary>
    /// <example><c>enum-value-removed</c> is "Enum value removed."</example>
    public static RuleDescription FromId(string id)
    {
        var words = id.Replace('-', ' ');
        var title = words.Length == 0 ? "Finding." : $"{char.ToUpperInvariant(words[0])}{words[1..]}.";
        return new(id, title, title);
    }
}
