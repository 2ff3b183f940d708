using System.Text.RegularExpressions;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Changes;
using Kiln.Generator.Changes.Comparison;
using Kiln.Generator.Changes.Comparison.Schemas;
using Kiln.Generator.Changes.Comparison.Schemas.Facts;
using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Tests.Specs;
using SchemaUse = Kiln.Generator.Changes.Comparison.SchemaUse;

namespace Kiln.Generator.Tests.Changes.Schemas;

/// <summary>Compares schemas that are written in a line, and writes each difference as one.</summary>
internal static partial class SchemaDiff
{
    private static readonly LifecycleTerms Terms = new(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));

    /// <summary>The differences between two documents whose only operation, <c>POST /a</c>, has a request and a response.</summary>
    public static IReadOnlyList<Difference> Of(string old, string current, params Direction[] directions) => Compare(old, current, (comparer, context) =>
    {
        foreach (var direction in directions)
        {
            var use = new SchemaUse(direction, ChangePlaces.Body, direction == Direction.Request ? "POST /a request" : "POST /a 200", "POST /a");
            comparer.Compare(Body(context.OldNodes), Body(context.CurrentNodes), use);
        }
    });

    /// <summary>The differences of the responses, within other limits than the usual ones.</summary>
    public static IReadOnlyList<Difference> Within(SchemaLimits limits, string old, string current) =>
        Compare(old, current, (comparer, context) => comparer.Compare(Body(context.OldNodes), Body(context.CurrentNodes), new(Direction.Response, ChangePlaces.Body, "POST /a 200", "POST /a")), limits);

    /// <summary>The differences between two documents of which some schemas are compared.</summary>
    public static IReadOnlyList<Difference> Compare(string old, string current, Action<SchemaComparer, ComparisonContext> compare, SchemaLimits? limits = null)
    {
        var context = new ComparisonContext(Read(old), Read(current), Terms, TestContext.Current.CancellationToken);
        var comparer = new SchemaComparer(context, limits ?? SchemaLimits.Usual);
        compare(comparer, context);
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

    /// <summary>
    /// A document whose only operation, <c>POST /a</c>, has a schema as the body of its response. Components may stand before the schema, and are named in a <c>$ref</c>:
    /// <c>A: {type: string}; {$ref: A}</c>.
    /// </summary>
    public static string Document(string schemas, string version = "3.1.0")
    {
        var parts = References().Replace(schemas, version == "2.0" ? "$ref: '#/definitions/$1'" : "$ref: '#/components/schemas/$1'").Split("; ");
        var components = parts.Length == 1 ? " {}" : string.Concat(parts.SkipLast(1).Select(p => $"\n    {p}"));
        return version == "2.0"
            ? $$"""
            swagger: '2.0'
            info: {title: t, version: '1'}
            paths:
              /a:
                post:
                  produces: [application/json]
                  responses:
                    '200':
                      description: d
                      schema: {{parts[^1]}}
            definitions:{{components}}
            """
            : $$"""
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
                          schema: {{parts[^1]}}
            components:
              schemas:{{components}}
            """;
    }

    private static PointedNode? Body(DocumentNodes nodes) =>
        nodes.Root.Child("paths")?.Child("/a")?.Child("post")?.Child("responses")?.Child("200")?.Child("content")?.Child("application/json")?.Child("schema");

    private static SdkVersion Read(string text)
    {
        var spec = Trees.ReadDocument(text).Value;
        Assert.NotNull(spec);
        return new(spec, null!, [], []);
    }

    [GeneratedRegex(@"\$ref: (\w+)")]
    private static partial Regex References();
}
