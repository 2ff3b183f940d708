using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace ThreatEvents.EmbeddedConsole;

/// <summary>Reads query parameters by name and type, and collects a sentence for each that is wrong.</summary>
internal sealed class QueryReader(IQueryCollection query)
{
    private readonly List<string> problems = [];

    public IReadOnlyList<string> Problems => problems;

    public void Refuse(string parameter, string why) => problems.Add($"{parameter}: {why}");

    /// <summary>A misspelt parameter that is quietly ignored would give every event for a filter that was meant.</summary>
    public void RefuseUnknown(params IReadOnlyCollection<string> known)
    {
        foreach (var name in query.Keys.Where(name => !known.Contains(name)))
            Refuse(name, "Unknown field.");
    }

    public string? Text(string name)
    {
        var values = query[name];
        if (values.Count > 1)
            Refuse(name, "Given more than once.");

        return values.Count == 0 || values[0] is "" ? null : values[0];
    }

    public int? Integer(string name, int from, int to)
    {
        if (Text(name) is not { } text)
            return null;

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to)
            return number;

        Refuse(name, $"Must be an integer between {from} and {to}.");
        return null;
    }

    public bool Boolean(string name)
    {
        if (Text(name) is not { } text)
            return false;

        if (!bool.TryParse(text, out var value))
            Refuse(name, "Not a valid boolean.");

        return value;
    }

    public string? OneOf(string name, IReadOnlyCollection<string> known)
    {
        if (Text(name) is not { } text)
            return null;

        if (!known.Contains(text))
            Refuse(name, $"'{text}' is not one of: {string.Join(", ", known)}.");

        return text;
    }

    /// <summary>A list, comma-joined or repeated; empty when it was not given.</summary>
    public IReadOnlyList<string> List(string name, IReadOnlyCollection<string> known, int most)
    {
        var items = query[name].SelectMany(value => (value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries)).ToList();
        if (items.Count > most)
            Refuse(name, $"Longer than {most} items.");

        foreach (var unknown in items.Where(item => !known.Contains(item)).Take(1))
            Refuse(name, $"'{unknown}' is not one of: {string.Join(", ", known)}.");

        return items;
    }
}
