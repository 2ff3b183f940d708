using Kiln.Generator.Changes;
using Kiln.Generator.Changes.Comparison;
using Kiln.Generator.Changes.Comparison.Schemas;
using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Tests.Specs;

namespace Kiln.Generator.Tests.Changes.Schemas;

/// <summary>Compares schemas that are written in a line, and writes each difference as one.</summary>
internal static class SchemaDiff
{
    private static readonly LifecycleTerms Terms = new(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));

    /// <summary>The differences between two schemas of a response, with the names of components in it before the schema: <c>A: {type: string}; {$ref: A}</c>.</summary>
    public static IReadOnlyList<string> Lines(string old, string current, string version = "3.1.0") =>
        [.. Of(Document(old, version), Document(current, version)).Select(Line)];

    /// <summary>The differences of documents whose schemas are used in a request and in a response by <c>POST /a</c>.</summary>
    public static IReadOnlyList<Difference> Of(string old, string current, params Direction[] directions)
    {
        var (before, after) = (Read(old), Read(current));
        var context = new ComparisonContext(before, after, Terms, TestContext.Current.CancellationToken);
        var comparer = new SchemaComparer(context);
        foreach (var direction in directions.Length == 0 ? [Direction.Response] : directions)
        {
            var use = new SchemaUse(direction, ChangePlaces.Body, direction == Direction.Request ? "POST /a request" : "POST /a 200", "POST /a");
            comparer.Compare(Body(context.OldNodes), Body(context.CurrentNodes), use);
        }
        comparer.Complete();
        return context.Differences;
    }

    /// <summary>Aspect, action, subject, both values and traits.</summary>
    public static string Line(Difference difference)
    {
        var values = (difference.OldValue, difference.NewValue) switch
        {
            (null, null) => "",
            (null, { } added) => $": + {added}",
            ({ } removed, null) => $": - {removed}",
            ({ } before, { } after) => $": {before} -> {after}",
        };
        var traits = difference.Traits.Count == 0 ? "" : $" ({string.Join(" ", difference.Traits.Items)})";
        return $"{difference.Aspect} {difference.Action} {difference.Subject}{values}{traits}";
    }

    /// <summary>A document with components and a schema, which is the body of <c>POST /a</c>.</summary>
    public static string Document(string schemas, string version = "3.1.0")
    {
        var parts = schemas.Split("; ");
        var components = string.Concat(parts.SkipLast(1).Select(p => $"\n    {p}"));
        var schema = System.Text.RegularExpressions.Regex.Replace(parts[^1], @"\$ref: (\w+)", "$ref: '#/components/schemas/$1'");
        components = System.Text.RegularExpressions.Regex.Replace(components, @"\$ref: (\w+)", "$ref: '#/components/schemas/$1'");
        return $$"""
            openapi: {{version}}
            info: {title: t, version: '1'}
            paths:
              /a:
                post:
                  responses:
                    '200':
                      description: d
                      content:
                        application/json:
                          schema: {{schema}}
            components:
              schemas:{{(components.Length == 0 ? " {}" : components)}}
            """;
    }

    private static Kiln.Generator.Api.Nodes.PointedNode? Body(Kiln.Generator.Api.Nodes.DocumentNodes nodes)
    {
        var content = nodes.Root.Child("paths")?.Child("/a")?.Child("post")?.Child("responses")?.Child("200")?.Child("content");
        return content?.Child("application/json")?.Child("schema");
    }

    private static SdkVersion Read(string text)
    {
        var spec = Trees.ReadDocument(text).Value;
        Assert.NotNull(spec);
        return new(spec, null!, [], []);
    }
}
