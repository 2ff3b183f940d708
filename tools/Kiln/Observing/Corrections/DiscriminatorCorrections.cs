using System.Text.Json.Nodes;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Tool.Observing.Corrections;

/// <summary>Allows further values of a discriminator.</summary>
internal sealed class DiscriminatorCorrections(WrittenDocument written)
{
    public void Allow(ObjectCorrection schema, Observed observed)
    {
        var keyword = schema.Node["oneOf"] is SpecList ? "oneOf" : schema.Node["anyOf"] is SpecList ? "anyOf" : null;
        if (written.Version == SpecVersion.Swagger20 || schema.Node["discriminator"] is not SpecMap)
        {
            // OpenAPI 2.0 has no mapping: each value is the name of a schema.
            schema.Remove("discriminator");
            return;
        }
        var reference = keyword is null ? OwnReference(observed.Pointer) : AddComponent(observed);
        if (reference is null)
        {
            schema.Remove("discriminator");
            return;
        }
        if (keyword is not null)
            schema.Append(keyword, new JsonObject { [SpecReference.Key] = reference });
        if (schema.Update["discriminator"] is not JsonObject discriminator)
            schema.Update["discriminator"] = discriminator = new() { ["mapping"] = new JsonObject() };
        discriminator["mapping"]![observed.Detail] = reference;
    }

    // An object of an unknown type is one of the base type.
    private static string? OwnReference(string pointer) => JsonPointer.Parse(pointer) is ["components", "schemas", _] ? "#" + pointer : null;

    /// <summary>Adds a schema of the objects that were seen, and returns the reference to it.</summary>
    private string? AddComponent(Observed observed)
    {
        var schemas = written.At("components", "schemas");
        if (schemas is null)
            return null;
        var letters = new string([.. observed.Detail.Where(char.IsAsciiLetterOrDigit).Take(60)]);
        var name = letters.Length == 0 || char.IsAsciiDigit(letters[0]) ? "Value" + letters : char.ToUpperInvariant(letters[0]) + letters[1..];
        var unique = name;
        for (var i = 2; schemas.Node[unique] is not null || schemas.Update.ContainsKey(unique); i++)
            unique = $"{name}{i}";
        schemas.Because($"discriminator-value: a schema of the objects with '{observed.Detail}'");
        schemas.Update[unique] = observed.Schema.ToSchema(written.Version);
        return $"#/components/schemas/{unique}";
    }
}
