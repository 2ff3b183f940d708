using System.Text.Json.Nodes;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;
using Kiln.Tool.Observing.Validation;
using Kiln.Tool.Observing.Validation.Schemas;

namespace Kiln.Tool.Observing.Corrections;

/// <summary>Decides how a document has to change to allow what was seen in traffic.</summary>
internal sealed class CorrectionPlanner
{
    private readonly ObservedDocument document;
    private readonly WrittenDocument written;
    private readonly SchemaCorrections schemas;
    private readonly ResponseCorrections responses;
    private readonly DiscriminatorCorrections discriminators;

    private CorrectionPlanner(ObservedDocument document, WrittenDocument written)
    {
        this.document = document;
        this.written = written;
        schemas = new(written.Version);
        responses = new(written);
        discriminators = new(written);
    }

    /// <summary>The actions that allow what was seen; none for what no document can allow.</summary>
    public static IReadOnlyList<OverlayAction> Plan(ObservedDocument document, WrittenDocument written, IEnumerable<Observed> observed)
    {
        var planner = new CorrectionPlanner(document, written);
        foreach (var same in observed.GroupBy(o => (o.Pointer, o.Kind)).OrderBy(same => Rank(same.Key.Kind)))
            planner.Add(same.Key.Pointer, same.Key.Kind, [.. same]);
        return written.Actions();
    }

    private static int Rank(ContradictionKind kind) => kind switch
    {
        ContradictionKind.Type or ContradictionKind.NoAlternative => 0,
        ContradictionKind.Null => 1,
        _ => 2,
    };

    private void Add(string pointer, ContradictionKind kind, IReadOnlyList<Observed> all)
    {
        // What an object says may have to move: then its other corrections are made where it is found the next time.
        if (written.Find(pointer) is not { MovesContent: false } correction)
            return;
        switch (kind)
        {
            case ContradictionKind.MissingProperty:
                correction.RemoveItems("required", all.GroupBy(o => o.Detail, StringComparer.Ordinal).ToDictionary(g => g.Key, g => Reason(g.First()), StringComparer.Ordinal));
                return;
            case ContradictionKind.InvalidJson:
                return;
        }
        foreach (var observed in all.TakeWhile(_ => !correction.MovesContent))
        {
            correction.Because(Reason(observed));
            Add(correction, observed);
        }
    }

    private void Add(ObjectCorrection correction, Observed observed)
    {
        switch (observed.Kind)
        {
            case ContradictionKind.Null:
                schemas.AllowNull(correction);
                break;
            case ContradictionKind.Type:
                schemas.AllowTypes(correction, document.Facts.Of(document.Nodes.Schema(new(JsonPointer.Find(document.Names.Spec.Root, observed.Pointer)!, observed.Pointer))).Types, observed.Schema, IsText(observed.Pointer));
                break;
            case ContradictionKind.Format:
                SchemaCorrections.DropFormat(correction, observed.Schema, observed.Detail);
                break;
            case ContradictionKind.EnumValue:
                schemas.AllowValues(correction, observed.Values);
                break;
            case ContradictionKind.Limit:
                SchemaCorrections.Widen(correction, observed.Detail, observed.Measured);
                break;
            case ContradictionKind.NoAlternative:
                schemas.AllowAlternative(correction, observed.Schema);
                break;
            case ContradictionKind.UndocumentedProperty:
                AddProperty(correction, observed);
                break;
            case ContradictionKind.DiscriminatorValue:
                discriminators.Allow(correction, observed);
                break;
            case ContradictionKind.MissingHeader or ContradictionKind.MissingParameter:
                correction.Update["required"] = false;
                break;
            case ContradictionKind.UndocumentedStatus:
                responses.AddStatus(correction, observed);
                break;
            case ContradictionKind.UndocumentedMediaType:
                responses.AddMediaType(correction, observed);
                break;
            case ContradictionKind.UndocumentedParameter:
                responses.AddParameter(correction, observed);
                break;
        }
    }

    // With too many names it is a map.
    private void AddProperty(ObjectCorrection correction, Observed observed)
    {
        if (observed.Detail == Observations.AnyName)
        {
            correction.Update["additionalProperties"] = observed.Schema.ToSchema(written.Version);
            return;
        }
        if (correction.Update["properties"] is not JsonObject properties)
            correction.Update["properties"] = properties = [];
        properties[observed.Detail] = observed.Schema.ToSchema(written.Version);
    }

    private static bool IsText(string pointer) =>
        JsonPointer.Parse(pointer) is { } tokens && (tokens is ["components", "parameters" or "headers", ..] || tokens is ["paths", _, _, "parameters", ..] or ["paths", _, "parameters", ..] or ["paths", _, _, "responses", _, "headers", ..]);

    /// <example><c>null at $.data[*].id in 3 of 7 responses: GET /pets</c></example>
    private static string Reason(Observed observed)
    {
        var rule = ObservedRules.Of(observed.Kind);
        var what = observed.Direction == Generator.Changes.Findings.Direction.Request ? "requests" : "responses";
        var operations = observed.Operations.ToList();
        var path = observed.Path is { } at ? $", {at}" : "";
        var listed = operations.Count <= 3 ? string.Join(", ", operations) : $"{string.Join(", ", operations.Take(2))} and {operations.Count - 2} more operations";
        return $"{rule.Id["observed-".Length..]}: {observed.Count} of {observed.Total} {what} of {listed}{path}";
    }
}
