using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kiln.Generator.Tests.Requests.Document;

namespace Kiln.Generator.Tests.Requests.Making;

/// <summary>Makes what a call is to send: values of its parameters and of its body, at random.</summary>
internal sealed class MeaningMaker(Random random)
{
    private readonly ValueMaker maker = new(random);
    private readonly BodyMaker bodies = new(random, new(random));

    /// <param name="operation">The operation.</param>
    /// <param name="content">The body's media type; <see langword="null"/> for no body.</param>
    /// <param name="isWhole">Whether all optional parameters are set, and not some of them.</param>
    public Meaning Make(RawOperation operation, RawContent? content, bool isWhole)
    {
        var parameters = new Dictionary<RawParameter, JsonNode>();
        foreach (var parameter in operation.Parameters)
        {
            if ((parameter.IsRequired || isWhole || random.Next(2) == 0) && maker.Make(parameter.Schema, RulesOf(parameter, operation.Path)) is { } value)
                parameters[parameter] = value;
        }
        return new(parameters, content, content is null || !operation.IsBodyRequired && !isWhole && random.Next(3) == 0 ? null : bodies.Make(content));
    }

    /// <summary>What a place can hold that does not take a text for its own signs (RFC 9110 and 6265 for headers and cookies; OpenAPI 3.2, "Appendix C" for delimited values).</summary>
    public static TextRules RulesOf(RawParameter parameter, string path = "")
    {
        var isCompound = parameter.Serialization.Style != "content" && parameter.Schema is { } schema && HasParts(schema);
        return parameter.In switch
        {
            Place.Header => new(isCompound ? ",=" : "", IsAscii: true, IsText: parameter.Serialization.Style != "content"),
            Place.Cookie => new(isCompound ? ",=&;" : "", IsText: parameter.Serialization.Style != "content"),
            Place.Path => new(SignsBeside(parameter.Name, path), IsText: parameter.Serialization.Style != "content", IsPath: true),
            _ => new(parameter.Serialization switch { { Explode: true } => "", { Style: "spaceDelimited" } => " +", { Style: "pipeDelimited" } => "|", { Style: "tabDelimited" } => "\t", _ => "" } + (parameter.Serialization.AllowReserved ? "+&#%,;=" : ""), IsText: parameter.Serialization.Style != "content"),
        };
    }

    // What separates several values of one segment: /files/{name}.{ext}
    private static string SignsBeside(string name, string path)
    {
        var segment = path.Split('/').FirstOrDefault(s => s.Contains($"{{{name}}}")) ?? "";
        return segment.Count(c => c == '{') < 2 ? "" : string.Concat(Regex.Replace(segment, @"\{[^}]*\}", "").Distinct());
    }

    private static bool HasParts(RawNode schema) => schema.TextOf("type") is null or "array" or "object";
}
