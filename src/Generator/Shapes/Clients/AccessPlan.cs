using Kiln.Generator.Api.Model;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types;

namespace Kiln.Generator.Shapes.Clients;

/// <summary>The types beside a client by which it is made: its options, its credentials and its servers.</summary>
/// <param name="Options">The class of the options.</param>
/// <param name="Credentials">The class that makes credentials; <see langword="null"/> if the document has no security scheme.</param>
/// <param name="Security">The internal class with the schemes and requirements; <see langword="null"/> if there is none of either.</param>
/// <param name="Servers">The class that makes the URLs of servers; <see langword="null"/> if the document names none.</param>
internal sealed record AccessPlan(TypeName Options, TypeName? Credentials, TypeName? Security, TypeName? Servers)
{
    /// <summary>The class that adds the client to the services of an application; <see langword="null"/> for none.</summary>
    public TypeName? Services { get; init; }

    /// <summary>The security schemes.</summary>
    public IReadOnlyList<SchemePlan> Schemes { get; init; } = [];

    /// <summary>The requirements that are more than none, that of the document among them.</summary>
    public IReadOnlyList<RequirementPlan> Requirements { get; init; } = [];

    /// <summary>The servers.</summary>
    public IReadOnlyList<ServerPlan> ServerPlans { get; init; } = [];

    /// <summary>The enums of server variables.</summary>
    public IReadOnlyList<EnumPlan> Enums { get; init; } = [];

    /// <summary>The names of types that builders name in expressions.</summary>
    public IReadOnlyCollection<string> NamesInBuilders => Security is null ? [] : [Security.Name];

    /// <summary>The member of <see cref="Security"/> that a requirement is.</summary>
    public string FieldOf(SecurityRequirement requirement) => Requirements.First(r => r.Requirement == requirement).Field;
}

/// <summary>A security scheme.</summary>
/// <param name="Scheme">What the document says.</param>
/// <param name="Field">The field that holds it.</param>
/// <param name="Factories">The methods that make its credentials.</param>
internal sealed record SchemePlan(SecurityScheme Scheme, string Field, IReadOnlyList<FactoryPlan> Factories);

/// <summary>A method that makes a credential.</summary>
internal sealed record FactoryPlan(string Name, CredentialKind Kind);

/// <summary>A requirement.</summary>
/// <param name="Requirement">What the document says.</param>
/// <param name="Field">The field that holds it.</param>
internal sealed record RequirementPlan(SecurityRequirement Requirement, string Field);

/// <summary>A server.</summary>
/// <param name="Server">What the document says.</param>
/// <param name="Method">The method that makes its URL.</param>
/// <param name="Arguments">The method's parameters, those without a default first.</param>
internal sealed record ServerPlan(Server Server, string Method, IReadOnlyList<ServerArgumentPlan> Arguments);

/// <summary>The parameter of a server's method for a variable.</summary>
/// <param name="Variable">What the document says.</param>
/// <param name="Name">The parameter's name.</param>
/// <param name="Enum">The enum of its values; <see langword="null"/> if it is a string.</param>
/// <param name="DefaultMember">The member of the enum that is the default; <see langword="null"/> for none.</param>
internal sealed record ServerArgumentPlan(ServerVariable Variable, string Name, TypeName? Enum, string? DefaultMember);
