using Kiln.DependencyInjection.Validation;
using Microsoft.Extensions.Configuration;

namespace Kiln.DependencyInjection.Configuration;

/// <summary>Reads values of a configuration, and collects what is wrong with them. Its messages name keys and have no values, which may be secret.</summary>
internal sealed class SectionReader(List<string> failures)
{
    /// <summary>What is wrong so far.</summary>
    public IReadOnlyList<string> Failures => failures;

    /// <summary>Notes what is wrong with a value.</summary>
    public void Fail(IConfigurationSection section, string message) => failures.Add($"{section.Path}: {message}");

    /// <summary>Sets what a key says, if it is there.</summary>
    /// <param name="section">The value.</param>
    /// <param name="set">Sets it, and throws an <see cref="ArgumentException"/> or <see cref="FormatException"/> that does not have the value if it cannot be.</param>
    public void Read(IConfigurationSection section, Action<string> set)
    {
        if (section.GetChildren().Any())
            Fail(section, "must be one value.");
        else if (!string.IsNullOrEmpty(section.Value))
            Try(section, () => set(section.Value));
    }

    /// <summary>The text of a key that must be there; null, which is noted, if it is missing or empty.</summary>
    public string? Required(IConfigurationSection section)
    {
        if (section.GetChildren().Any())
            Fail(section, "must be one value.");
        else if (string.IsNullOrEmpty(section.Value))
            Fail(section, "is missing or empty.");
        else
            return section.Value;
        return null;
    }

    /// <summary>Does what may throw an exception that says what is wrong with a value.</summary>
    public void Try(IConfigurationSection section, Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            Fail(section, Messages.Of(e));
        }
    }
}
