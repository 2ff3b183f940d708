using Kiln.Generator.Api.Model;
using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Calls.Responses;

/// <summary>The class with a constant for each media type that the caller of a method can choose.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Constants">The constants with their values.</param>
/// <example><c>Yaml</c> is <c>application/yaml</c>, <c>ImagePng</c> is <c>image/png</c>.</example>
internal sealed record MediaTypesPlan(TypeName Name, IReadOnlyList<(string Name, string MediaType)> Constants)
{
    private const string Ending = "MediaTypes";

    /// <summary>Names them; <see langword="null"/> if there are none.</summary>
    public static MediaTypesPlan? Of(ApiModel api, NameCatalog catalog, TypeName client, string subject)
    {
        // A range is no media type to ask for.
        var all = api.Operations
            .SelectMany(o => o.Answers.Raw)
            .Where(m => !m.Contains("*"))
            .GroupBy(MediaTypes.KeyOf, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => (g.Key, MediaType: g.OrderBy(m => m, StringComparer.Ordinal).First()))
            .ToList();
        if (all.Count == 0)
            return null;

        var name = catalog.AddType(client.Namespace, subject + Ending, "Type");
        var names = NameGroup.TakeEach(new NameScope(ReservedNames.ObjectMembers, [name.Name]), [.. all.Select(m => WantedName.Of(MediaTypeWords.Of(m.Key)))]);
        return new(name, [.. all.Select((m, i) => (names[i], m.MediaType))]);
    }
}
