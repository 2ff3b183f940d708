using Kiln.Generator.Api.Annotations;
using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api.Access;

/// <summary>Reads what the document and its operations require, and collects the schemes that they name.</summary>
internal sealed class SecurityReader
{
    private readonly IReadOnlyDictionary<string, SecurityScheme> declared;
    private readonly List<DiagnosticInfo> diagnostics;
    private readonly HashSet<string> required = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SecurityScheme> parameters = new(StringComparer.Ordinal);

    public SecurityReader(DocumentNodes document, NameOverrides nameOverrides, List<DiagnosticInfo> diagnostics)
    {
        this.diagnostics = diagnostics;
        declared = new SecuritySchemeReader(document, nameOverrides, diagnostics).Read();
        Default = Read(document.Root);
    }

    /// <summary>The requirement of operations without their own; <see langword="null"/> if the document does not say.</summary>
    public SecurityRequirement? Default { get; }

    /// <summary>The schemes that the document and its operations require, those of the document first, in its order.</summary>
    public EquatableArray<SecurityScheme> Required => declared.Values.Where(s => required.Contains(s.Name)).Concat(parameters.Values).ToEquatableArray();

    /// <summary>The requirement of an operation; <see langword="null"/> if it is that of the document.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="credentials">Its parameters that are credentials: each way to authenticate that they make possible comes before those of <c>security</c>.</param>
    public SecurityRequirement? Read(PointedNode operation, IReadOnlyList<CredentialParameter> credentials)
    {
        var own = Read(operation);
        if (credentials.Count == 0)
            return own == Default ? null : own;

        foreach (var credential in credentials)
        {
            if (!parameters.TryGetValue(credential.Scheme.Name, out var other))
                parameters.Add(credential.Scheme.Name, credential.Scheme);
            else if (other is ApiKeySecurityScheme known && (known.In, known.ParameterName) != (credential.Scheme.In, credential.Scheme.ParameterName))
                diagnostics.Add(new(AccessRules.InvalidCredential, credential.Location, credential.Scheme.Name, "other parameters are this credential in another location or with another name; name it differently"));
        }
        var alternative = new SecurityAlternative(credentials.Select(c => new RequiredScheme(c.Scheme.Name, [])).ToEquatableArray());
        var others = (own ?? Default ?? SecurityRequirement.None).Alternatives;
        var isOptional = others.Count == 0 && credentials.All(c => !c.IsRequired);
        return new([alternative, .. others, .. isOptional ? [new SecurityAlternative([])] : Array.Empty<SecurityAlternative>()]);
    }

    /// <summary>Whether a name is that of an entry of <c>securitySchemes</c>.</summary>
    public bool IsDeclared(string name) => declared.ContainsKey(name);

    /// <summary>Reports that a document has schemes, and operations that require none of them.</summary>
    public void CheckRequired(int operations, PointedNode root)
    {
        if (operations > 0 && declared.Count > 0 && required.Count == 0 && root.Child("components") is { } components)
            diagnostics.Add(new(AccessRules.UnrequiredSecuritySchemes, components.LocationOf("securitySchemes")));
    }

    // A list of nothing but empty requirements needs no credentials, however many it has.
    private SecurityRequirement? Read(PointedNode owner)
    {
        if (owner["security"] is not SpecList list)
            return null;

        var alternatives = list.Items.OfType<SpecMap>().Select(ReadAlternative).ToList();
        // A client that has credentials uses them also where it need not, wherever the document has the empty requirement.
        var known = alternatives.OfType<SecurityAlternative>().Distinct().OrderBy(a => a.Schemes.Count == 0).ToList();
        if (known.All(a => a.Schemes.Count == 0))
            return SecurityRequirement.None;
        foreach (var scheme in known.SelectMany(a => a.Schemes))
            required.Add(scheme.Name);
        return new(known.ToEquatableArray());
    }

    // A scheme that is not declared, or is incomplete, was reported before.
    private SecurityAlternative? ReadAlternative(SpecMap map)
    {
        return map.Entries.All(e => declared.ContainsKey(e.Key))
            ? new(map.Entries.Select(e => new RequiredScheme(e.Key, e.Value.Texts().ToEquatableArray())).ToEquatableArray())
            : null;
    }
}
