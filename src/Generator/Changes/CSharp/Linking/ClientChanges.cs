using Kiln.Generator.Changes.CSharp.Model;
using Kiln.Generator.Changes.Comparison;
using Kiln.Generator.Shapes.Names;

namespace Kiln.Generator.Changes.CSharp.Linking;

/// <summary>The changes of what the whole SDK has once: how a client is made, its servers, its credentials.</summary>
internal static class ClientChanges
{
    private const string Client = "Client";
    private const string Credential = "Credential";

    private static readonly string[] OfServers = ["Server"];
    private static readonly string[] OfSecurity = [Credential, "Security"];
    private static readonly string[] OfRequirements = ["Security"];

    private static readonly Dictionary<string, string[]> Types = new(StringComparer.Ordinal)
    {
        [Aspects.Server] = OfServers,
        [Aspects.DefaultServer] = OfServers,
        [Aspects.ServerVariable] = OfServers,
        [Aspects.ServerVariableDefault] = OfServers,
        [Aspects.GlobalSecurity] = OfSecurity,
        [Aspects.GlobalSecurityScope] = OfSecurity,
        [Aspects.SecurityComponent] = OfSecurity,
        [Aspects.SecurityComponentType] = OfSecurity,
        [Aspects.TokenPrefix] = OfSecurity,
        [Aspects.ApiKeyParameter] = OfSecurity,
        [Aspects.HttpScheme] = OfSecurity,
        [Aspects.OpenIdUrl] = OfSecurity,
        [Aspects.OAuthFlow] = OfSecurity,
        [Aspects.OAuthUrl] = OfSecurity,
        [Aspects.TokenUrl] = OfSecurity,
        [Aspects.RefreshUrl] = OfSecurity,
        [Aspects.DeviceAuthorizationUrl] = OfSecurity,
    };

    /// <summary>The changes that can follow from a difference; none if it is about an operation or a schema.</summary>
    /// <param name="difference">The difference.</param>
    /// <param name="changes">All changes.</param>
    /// <param name="client">The name of the client.</param>
    /// <param name="own">The changes of what the difference is about itself.</param>
    public static IEnumerable<MemberChange> Of(Difference difference, IReadOnlyList<MemberChange> changes, NameUse? client, IReadOnlyList<MemberChange> own)
    {
        var isOfOperation = (difference.NewPointer ?? difference.OldPointer ?? "").StartsWith("/paths/", StringComparison.Ordinal);
        if (client is null || isOfOperation || !Types.TryGetValue(difference.Aspect, out var types))
            return [];
        var start = client.FullName.EndsWith(Client, StringComparison.Ordinal) ? client.FullName.Substring(0, client.FullName.Length - Client.Length) : client.FullName;
        var constructor = $"{client.FullName}.{client.Name}";
        // Each scheme has its own method, which comes and goes with it.
        if (own.Any(c => (c.NewType ?? c.OldType) == start + Credential))
            types = OfRequirements;
        return changes.Where(c => c.Name == constructor || types.Any(t => (c.NewType ?? c.OldType) == start + t)).OrderBy(c => !c.IsType);
    }

    /// <summary>Whether other code cannot see what has changed: the requirements of operations.</summary>
    public static bool IsHidden(MemberChange change) => (change.NewType ?? change.OldType)!.EndsWith("Security", StringComparison.Ordinal) && change.Aspects == SurfaceAspect.Code
        && change.NewDeclaration?.StartsWith("public static readonly", StringComparison.Ordinal) == true;
}
