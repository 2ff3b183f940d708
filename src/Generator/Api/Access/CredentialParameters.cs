using Kiln.Generator.Api.Annotations;
using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Api.Nswag;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api.Access;

/// <summary>A parameter that is a credential.</summary>
internal sealed record CredentialParameter(ApiKeySecurityScheme Scheme, bool IsRequired, SourceLocation Location);

/// <summary>
/// Finds the parameters that the document says are credentials, by <c>x-kiln-credential</c> with the name of the credential, or with <c>true</c> for that of the
/// parameter. They are no parameters of calls.
/// </summary>
internal sealed class CredentialParameters(DocumentNodes document, NameOverrides nameOverrides, Func<string, bool> isDeclared, List<DiagnosticInfo> diagnostics)
{
    public const string Key = "x-kiln-credential";

    /// <summary>The credentials of an operation.</summary>
    /// <param name="parameters">Its parameters, from which those are removed that are credentials.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="pathItem">Its path item.</param>
    public IReadOnlyList<CredentialParameter> Take(List<ParameterSkeleton> parameters, PointedNode operation, PointedNode pathItem)
    {
        List<CredentialParameter>? credentials = null;
        var seen = new HashSet<(string, string)>();
        foreach (var node in operation.Items("parameters").Concat(pathItem.Items("parameters")).Select(document.Follow))
        {
            var (name, location) = (node["name"].AsText() ?? "", node["in"].AsText() ?? "");
            if (seen.Add((name, location)) && Read(node, name, location) is { } credential && parameters.RemoveAll(p => (p.Name, p.In) == (name, location)) > 0)
                (credentials ??= []).Add(credential);
        }
        return credentials ?? [];
    }

    private CredentialParameter? Read(PointedNode node, string name, string location)
    {
        if (node[Key] is not { } value || value is SpecScalar { Kind: ScalarKind.Null } or SpecScalar { Kind: ScalarKind.Boolean, Text: "false" })
            return null;

        var credential = value is SpecScalar { Kind: ScalarKind.Boolean } ? name : value.AsText();
        var problem = credential switch
        {
            null or "" => "it must be the name of the credential, or true",
            _ when location is not ("header" or "query" or "cookie") => "only a parameter in a header, the query or a cookie can be a credential",
            _ when isDeclared(credential) => $"'{credential}' is an entry of 'securitySchemes'; name it differently, or remove the parameter",
            _ => null,
        };
        if (problem is not null)
        {
            diagnostics.Add(new(AccessRules.InvalidCredential, value.Location, value.AsScalarText() ?? value.Describe(), problem));
            return null;
        }

        var description = DocText.Of(node["description"].AsText());
        var deprecation = Deprecation.Of(node["deprecated"] is SpecScalar { Kind: ScalarKind.Boolean, Text: "true" }, node.Node, description);
        var isRequired = node["required"] is SpecScalar { Kind: ScalarKind.Boolean, Text: "true" };
        var scheme = new ApiKeySecurityScheme(credential!, description, deprecation, location, name, node[SecuritySchemeReader.TokenPrefix].AsText())
        {
            NameOverride = nameOverrides.Read(node.Node),
            IsComponent = false,
        };
        return new(scheme, isRequired, value.Location);
    }
}
