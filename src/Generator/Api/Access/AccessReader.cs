using Kiln.Generator.Api.Annotations;
using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Api.Nswag;
using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;

namespace Kiln.Generator.Api.Access;

/// <summary>Reads to which server an operation's requests go, and with which credentials.</summary>
internal sealed class AccessReader(SecurityReader security, ServerReader servers, DocumentNodes document, NameOverrides nameOverrides, List<DiagnosticInfo> diagnostics)
{
    private readonly CredentialParameters credentials = new(document, nameOverrides, security.IsDeclared, diagnostics);
    private readonly Dictionary<string, EquatableArray<Server>> serversByPath = new(StringComparer.Ordinal);

    /// <summary>The parameters that are none of the credentials, and the requirement; <see langword="null"/> if that is the document's.</summary>
    public (IReadOnlyList<ParameterSkeleton> Sent, SecurityRequirement? Security) ReadSecurity(IReadOnlyList<ParameterSkeleton> parameters, PointedNode operation, PointedNode pathItem)
    {
        var sent = parameters.ToList();
        var found = credentials.Take(sent, operation, pathItem);
        return (sent, security.Read(operation, found));
    }

    /// <summary>The servers of an operation, or of its path item; empty if it has those of the document.</summary>
    public EquatableArray<Server> ReadServers(PointedNode operation, PointedNode pathItem)
    {
        var own = servers.Read(operation, needsDefaults: true);
        if (own.Count > 0)
            return own;
        if (!serversByPath.TryGetValue(pathItem.Pointer, out var shared))
            serversByPath.Add(pathItem.Pointer, shared = servers.Read(pathItem, needsDefaults: true));
        return shared;
    }
}
