using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Text;

namespace Kiln.Tool.Gates;

/// <summary>The ids and aliases by which files of settings name rules.</summary>
internal sealed class RuleNames(IEnumerable<string> names)
{
    private readonly HashSet<string> names = names.ToHashSet(StringComparer.Ordinal);

    public bool Contains(string name) => names.Contains(name);

    /// <summary>The end of a message about a name that is not one: a question whether another was meant, or a full stop.</summary>
    public string Question(string name) => Question(name, names.Order(StringComparer.Ordinal));

    /// <summary>The same for other names.</summary>
    public static string Question(string name, IEnumerable<string> candidates) => SimilarName.Question(name, candidates) is { Length: > 0 } question ? question : ".";

    /// <summary>All by which a finding can be named.</summary>
    public static IEnumerable<string> Of(Finding finding) => finding.Aliases.Items.Prepend(finding.Id);
}
