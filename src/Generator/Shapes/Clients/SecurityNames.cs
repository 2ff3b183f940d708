using Kiln.Generator.Api.Model;
using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Clients;

/// <summary>Names the security schemes and requirements of an SDK.</summary>
internal static class SecurityNames
{
    private const int MaxLength = 80;

    /// <summary>The schemes with the names of their fields and factories.</summary>
    /// <param name="schemes">The schemes.</param>
    /// <param name="credentials">The class of the factories.</param>
    /// <param name="fields">Where the fields are named.</param>
    public static IReadOnlyList<SchemePlan> OfSchemes(IReadOnlyList<SecurityScheme> schemes, TypeName credentials, NameScope fields)
    {
        var factories = new NameScope(ReservedNames.ObjectMembers, ReservedNames.CredentialMembers, [credentials.Name]);
        var wanted = schemes.Select(s => WantedName.Of(s.Name, s.NameOverride)).Select(w => w.IsChosen ? w : w.In(AsWritten)).ToList();
        var fieldNames = NameGroup.TakeEach(fields, wanted, "Scheme");
        var factoryNames = NameGroup.TakeEach(factories, wanted, "Credential");
        return [.. schemes.Select((s, i) => new SchemePlan(s, fieldNames[i], OfFactories(s, factoryNames[i], factories)))];
    }

    // Most documents call a scheme "oauth2", which everyone writes OAuth2.
    private static string AsWritten(string name) => name.StartsWith("Oauth", StringComparison.Ordinal) ? "OAuth" + name.Substring(5) : name;

    /// <summary>The requirements with the names of their fields.</summary>
    public static IReadOnlyList<RequirementPlan> OfRequirements(IEnumerable<SecurityRequirement> requirements, IReadOnlyList<SchemePlan> schemes, NameScope fields)
    {
        var words = schemes.ToDictionary(s => s.Scheme.Name, s => s.Field, StringComparer.Ordinal);
        var all = requirements.ToList();
        // Scopes only where they distinguish two requirements: they make long names.
        var alike = all.GroupBy(r => NameOf(r, words, withScopes: false), StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => g.Key).ToList();
        return [.. all.Select(r => new RequirementPlan(r, fields.Take(Wanted(r), "Requirement")))];

        string Wanted(SecurityRequirement requirement)
        {
            var plain = NameOf(requirement, words, withScopes: false);
            var whole = alike.Contains(plain, StringComparer.OrdinalIgnoreCase) ? NameOf(requirement, words, withScopes: true) : plain;
            return whole.Length <= MaxLength ? whole : Identifiers.Shortened(plain, MaxLength);
        }
    }

    private static IReadOnlyList<FactoryPlan> OfFactories(SecurityScheme scheme, string name, NameScope factories)
    {
        // Methods of one name are distinguished by their parameters.
        var names = new Dictionary<string, string>(StringComparer.Ordinal) { [""] = name };
        var plans = new List<FactoryPlan>();
        foreach (var (kind, suffix) in CredentialKinds.Of(scheme))
        {
            if (!names.TryGetValue(suffix, out var own))
                names.Add(suffix, own = factories.Take(name + suffix));
            plans.Add(new(own, kind));
        }
        return plans;
    }

    // RequireApiKeyOrBasicAndMtls
    private static string NameOf(SecurityRequirement requirement, Dictionary<string, string> words, bool withScopes)
    {
        return "Require" + string.Join("Or", requirement.Alternatives.Select(a => a.Schemes.Count == 0 ? "Nothing" : string.Join("And", a.Schemes.Select(Word))));

        string Word(RequiredScheme scheme) => words[scheme.Name] + (withScopes ? string.Concat(scheme.Scopes.Select(Identifiers.Pascal)) : "");
    }
}
