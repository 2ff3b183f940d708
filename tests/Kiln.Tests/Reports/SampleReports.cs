using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Diagnostics;
using Kiln.Tool.Reports;

namespace Kiln.Tool.Tests.Reports;

/// <summary>The reports that all forms are tested with.</summary>
internal static class SampleReports
{
    private static readonly SampleSide Old = new("v1.4.2:spec/pets.yaml", "v1.4.2:spec/pets.yaml", PetDocuments.Old);

    private static readonly SampleSide New = new("spec/pets.yaml", "spec/pets.yaml", PetDocuments.New);

    /// <summary>Changes of an API as there are many.</summary>
    public static FindingReport Pets { get; } = new(ReportKind.Diff, "Pet Store", Old.Side, New.Side,
    [
        new("operation-removed", FindingSeverity.Breaking, "The operation was removed")
        {
            Aliases = ["api-path-removed-without-deprecation", "api-removed-without-deprecation"],
            Subject = "DELETE /pets/{id}",
            CSharp = CSharpEffects.SourceBreaking | CSharpEffects.BinaryBreaking,
            Member = "PetStore.Pets.Item.PetItemRequestBuilder.DeleteAsync",
            OldCode = "public Task DeleteAsync(Action<RequestConfiguration>? configure = null, CancellationToken cancellationToken = default)",
            Old = Old.At("/pets/{id}:", "delete"),
            Operations = ["DELETE /pets/{id}"],
        },
        new("enum-value-removed", FindingSeverity.Breaking, "The value 'sold' was removed")
        {
            Aliases = ["request-property-enum-value-removed"],
            Direction = Direction.Request,
            Subject = "Pet.status",
            CSharp = CSharpEffects.SourceBreaking | CSharpEffects.BinaryBreaking,
            Member = "PetStore.Models.PetStatus.Sold",
            OldCode = "public static PetStatus Sold { get; }",
            OldText = "sold",
            Old = Old.At("status:", "sold"),
            New = New.At("status:", "enum"),
            Operations = ["POST /pets", "PUT /pets/{id}"],
        },
        new("property-became-nullable", FindingSeverity.Breaking, "The property may be null")
        {
            Aliases = ["response-property-became-nullable"],
            Direction = Direction.Response,
            Subject = "Pet.owner",
            CSharp = CSharpEffects.SourceWarning,
            Member = "PetStore.Models.Pet.Owner",
            OldCode = "public required Owner Owner { get; set; }",
            NewCode = "public required Owner? Owner { get; set; }",
            OldText = "object",
            NewText = "object, null",
            Old = Old.At("owner:", "type: object"),
            New = New.At("owner:", "type: [object, 'null']"),
            Operations = ["GET /pets", "GET /pets/{id}", "POST /pets", "PUT /pets/{id}", "GET /owners/{id}/pets", "GET /search"],
        },
        new("max-length-decreased", FindingSeverity.Warning, "The greatest length was decreased from 80 to 40")
        {
            Direction = Direction.Request,
            Subject = "Pet.name",
            OldText = "80",
            NewText = "40",
            Old = Old.At("maxLength", "80"),
            New = New.At("maxLength", "40"),
            Operations = ["POST /pets"],
        },
        new("paging-changed", FindingSeverity.Warning, "Paging changed from an offset to a cursor")
        {
            Subject = "GET /pets",
            CSharp = CSharpEffects.Behaviour,
            Member = "PetStore.Pets.PetsRequestBuilder.GetAllAsync",
            OldText = "offset",
            NewText = "cursor",
            Old = Old.At("parameters", "offset"),
            New = New.At("parameters", "cursor"),
            Operations = ["GET /pets"],
        },
        new("property-added", FindingSeverity.Info, "The optional property 'microchip' was added")
        {
            Direction = Direction.Response,
            Subject = "Pet.microchip",
            Member = "PetStore.Models.Pet.Microchip",
            NewCode = "public string? Microchip { get; set; }",
            New = New.At("properties", "microchip"),
            Operations = ["GET /pets", "GET /pets/{id}"],
        },
        new("description-changed", FindingSeverity.Info, "The description changed")
        {
            Subject = "GET /pets",
            Old = Old.At("get:", "summary"),
            New = New.At("get:", "summary"),
            Operations = ["GET /pets"],
        },
    ])
    {
        SuggestedVersion = "2.0.0",
        Root = "/repo",
        Accepted = [new(new("operation-removed", FindingSeverity.Breaking, "The operation was removed") { Subject = "GET /pets/export" }, "Nobody has called it since May.")],
    };

    /// <summary>What traffic contradicts, without an old side.</summary>
    public static FindingReport Traffic { get; } = new(ReportKind.Observe, "Pet Store", null, New.Side,
    [
        new("required-property-missing", FindingSeverity.Breaking, "The required property is missing")
        {
            Direction = Direction.Response,
            Subject = "Pet.owner",
            Member = "PetStore.Models.Pet.Owner",
            New = New.At("owner:", "owner"),
            Operations = ["GET /pets"],
            Observation = new(412, 500, "$.data[*].owner", null),
        },
        new("null-not-allowed", FindingSeverity.Breaking, "The value is null, which the document does not allow")
        {
            Direction = Direction.Response,
            Subject = "Pet.name",
            New = New.At("name:", "type: string"),
            Operations = ["GET /pets"],
            Observation = new(1, 1, "$.data[*].name", "null"),
        },
    ]);

    /// <summary>Texts that try to be markup, commands or control sequences in one of the forms.</summary>
    public static FindingReport Hostile { get; } = new(
        ReportKind.Diff,
        "<b>Title</b>",
        new("old'\".yaml", HostileText.File) { Lines = _ => [HostileText.All, "\t" + HostileText.Script, HostileText.All] },
        new("<new>.yaml", HostileText.File) { Lines = _ => [HostileText.All + new string('x', 5000), HostileText.Script] },
        [.. HostileText.Each.Select(text => new Finding("type-changed", FindingSeverity.Breaking, text)
        {
            Aliases = [text],
            Direction = Direction.Response,
            Subject = text,
            CSharp = CSharpEffects.SourceBreaking,
            Member = text,
            OldCode = text,
            NewCode = text + " ",
            OldText = text,
            NewText = text,
            Old = new(HostileText.File, 2, 1, 2, 3),
            New = new(HostileText.File, 1, 1, 1, 3),
            Operations = [text],
            Observation = new(1, 3, text, text),
        })])
    {
        SuggestedVersion = HostileText.Script,
    };

    /// <summary>A report without findings.</summary>
    public static FindingReport Empty { get; } = Pets with { Findings = [], SuggestedVersion = null };

    /// <summary>So many findings of a severity.</summary>
    public static FindingReport Many(int count, FindingSeverity severity = FindingSeverity.Breaking) => Pets with
    {
        Findings =
        [
            .. Enumerable.Range(0, count).Select(i => Pets.Findings[i % Pets.Findings.Count] is var f
                ? f with { Severity = severity, Subject = $"{f.Subject} {i}", Message = $"{f.Message} ({i})" }
                : null!),
        ],
    };
}
