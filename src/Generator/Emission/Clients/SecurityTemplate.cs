using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Files;
using Kiln.Generator.Text;

namespace Kiln.Generator.Emission;

/// <summary>Writes the class with the security schemes and requirements.</summary>
internal static class SecurityTemplate
{
    public static string Write(SecurityShape security) => Source.Of($$"""
        /// <summary>The security schemes of the document, and what it and its operations require.</summary>
        {{Docs.TypeAttributes(security.Doc)}}
        internal static class {{security.Name}}
        {
            {{Source.Lines(security.Schemes.Select(Scheme))}}

            {{Source.Lines(security.Requirements.Select(Requirement))}}
        }
        """);

    // public static readonly ApiKeyScheme ApiKey = new("api_key", ApiKeyLocation.Header, "X-Api-Key");
    private static string Scheme(SchemeShape scheme) =>
        $"public static readonly {scheme.Type} {scheme.Field} = new({Items.OnLines([.. scheme.Arguments.Select(Argument)], around: 60)});";

    private static string Argument(SchemeArgumentShape argument) => (argument.Name is { } name ? name + ": " : "") + argument.Type switch
    {
        SchemeArgumentType.Location => "ApiKeyLocation." + argument.Text,
        SchemeArgumentType.Url => $"new({CSharpText.Literal(argument.Text)})",
        _ => CSharpText.Literal(argument.Text),
    };

    private static string Requirement(RequirementShape requirement) =>
        $"public static readonly SecurityRequirement {requirement.Field} = new({Items.OnLines([.. requirement.Alternatives.Select(Alternative)], around: 60)});";

    // new SecurityAlternative(ApiKey), or with scopes new SecurityAlternative((OAuth2, ["read"]))
    private static string Alternative(EquatableArray<RequiredSchemeShape> schemes)
    {
        var hasScopes = schemes.Items.Any(s => s.Scopes.Count > 0);
        return $"new SecurityAlternative({string.Join(", ", schemes.Select(s => hasScopes ? $"({s.Field}, [{string.Join(", ", s.Scopes.Select(CSharpText.Literal))}])" : s.Field))})";
    }
}
