namespace Kiln.Generator.Specs.Grammar;

/// <summary>Kinds of nodes in words.</summary>
internal static class SpecKinds
{
    /// <summary>As a message names it; nothing is a map or list of nodes.</summary>
    public static string Name(SpecKind? kind) => kind switch
    {
        null or SpecKind.Data => "map or list",
        SpecKind.PathItem => "path item",
        SpecKind.RequestBody => "request body",
        SpecKind.MediaType => "media type",
        SpecKind.SecurityScheme => "security scheme",
        _ => kind.Value.ToString().ToLowerInvariant(),
    };
}
