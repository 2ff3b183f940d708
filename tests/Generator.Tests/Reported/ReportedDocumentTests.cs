using Kiln.Generator.Tests.Driving;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Generator.Tests.Reported;

/// <summary>Documents on which Kiln was wrong: the types that each becomes, what is reported of it, and what its SDK does when it runs.</summary>
public sealed class ReportedDocumentTests
{
    public static TheoryData<int, string> Cases() => new(ReportedCases.All.Select((c, i) => (i, c.Document)));

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Does_what_is_right(int index, string document)
    {
        Assert.Equal(document, ReportedCases.All[index].Document);
        Assert.Equal(ReportedCases.All[index].Expected, await ReportedDocuments.RunAsync(index));
    }

    [Fact]
    public void Every_document_is_run() => Assert.Equal(ReportedDocuments.Files.Keys, ReportedCases.All.Select(c => c.Document).Distinct().Order(StringComparer.Ordinal));

    // Each type in a line, with its public properties; what every enum has is left out.
    [Theory]
    [InlineData("allof-inline-types",
        "AResponse: Frame? AsFrame, Text? AsText", "Frame: LayerAlign? Align, StrokeCap? Cap, long Size", "Layer: LayerAlign? Align", "LayerAlign: LayerAlign L, LayerAlign R",
        "Stroke: StrokeCap? Cap", "StrokeCap: StrokeCap Round, StrokeCap Flat", "Text: LayerAlign? Align, StrokeCap? Cap, string TextValue")]
    [InlineData("annotated-integer-enum", "Level: Level One, Level Two", "Plain: Plain Value1, Plain Value2", "State: State Alpha, State Beta")]
    [InlineData("any-media-type-is-json")]
    [InlineData("aspnet-numbers", "AQuery: int? Days, int? Typeless", "F: int T, double? W, long? M, int? Typeless")]
    [InlineData("default-mapping-ignored", "Cat: long? Lives", "Other: string? What", "Pet: string? T", "U: Ua? AsUa, Ub? AsUb", "Ua: string? K, string? A", "Ub: string? K, string? B")]
    [InlineData("discriminator-not-first",
        "Company: string? Vat, string? Kind", "Customer: Person? AsPerson, Company? AsCompany", "Person: string? Email, string? Kind")]
    [InlineData("discriminator-second-level", "Base: string Kind", "Leaf: string? L", "Mid: string Sub")]
    [InlineData("duration-of-dotnet", "AResponse: TimeSpan? D, Guid? G")]
    [InlineData("enum-of-documented-constants", "AResponse: AResponseLevel? Level", "AResponseLevel: AResponseLevel Low, AResponseLevel High")]
    [InlineData("generic-schema-names", "EnvelopeOfAcmeItem: long? N", "PagedResultOfAcmeItem: long? N")]
    [InlineData("header-list-wrapped",
        "AllofHeaderParameters: IReadOnlyList<string>? XToken", "NullableHeaderParameters: IReadOnlyList<string>? XToken", "SiblingHeaderParameters: IReadOnlyList<string>? XToken")]
    [InlineData("id-makes-a-base", "Nest: List<NestIn>? List, Nest? Me", "NestIn: long? W")]
    [InlineData("identical-inline-enums",
        "AQuery: Status? Status", "AResponse: Status? Status, List<AResponseItem>? Items", "AResponseItem: Status? Status", "BQuery: Status? Status", "BResponse: Status? Status",
        "Status: Status Open, Status Closed")]
    [InlineData("null-spelled-as-enum", "Money: decimal Amount", "Product: Money? OldPrice, bool? Flag")]
    [InlineData("nullable-only-case", "AResponse: Usage? Usage", "Usage: long Cpu")]
    [InlineData("nullable-text-answer")]
    [InlineData("numbers-anyof-30", "Product: ulong Id, decimal? Amount, int Stars")]
    [InlineData("ok-or-no-content", "M: long? A")]
    [InlineData("path-value-has-type-of-another-path")]
    [InlineData("quoted-text-at-indent")]
    [InlineData("required-constant-is-empty",
        "Circle: string Type, long R", "Shape: Circle? AsCircle, Square? AsSquare", "Square: string Type, long S", "Versioned: long N")]
    [InlineData("shared-response-is-copied", "NotFound: string? Why", "NotFoundException: ErrorBody Body", "Page: long? N")]
    [InlineData("signs-in-enum", "AQuery: ASort? Sort", "ASort: ASort MinusPrice, ASort Price, ASort PlusPrice")]
    [InlineData("signs-in-enum-in-another-order", "AQuery: ASort? Sort", "ASort: ASort Price, ASort PlusPrice, ASort MinusPrice")]
    [InlineData("time-with-offset", "AResponse: TimeOnly? T")]
    [InlineData("title-of-inline-schema", "VolumePruneResponse: long? SpaceReclaimed")]
    [InlineData("union-in-path-parameter", "Id: long? AsLong, string? AsString")]
    [InlineData("union-same-csharp-type", "Holder: long? Id, decimal? Price, DateTimeOffset? When, List<string?>? Names, Dictionary<string, string?>? Labels")]
    [InlineData("union-with-tuple", "U: string? AsString, (string, long)? AsTuple")]
    [InlineData("yaml-text-with-zeros",
        "Code: Code N012, Code N0x1F, Code Plus1", "D: string C", "Month: Month N01, Month N02, Month N07, Month N08, Month N09, Month N10")]
    public void Becomes_these_types(string document, params string[] types) => Assert.Equal(
        types,
        ReportedDocuments.TypesOf(document)
            .Select(t => $"{t.Identifier.Text}: {string.Join(", ", Properties(t).Where(p => p.Identifier.Text != "KnownValues").Select(p => $"{p.Type} {p.Identifier.Text}"))}")
            .Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("nullable-text-answer", "ARequestBuilder", "Task<string?> GetAsync")]
    [InlineData("ok-or-no-content", "ARequestBuilder", "Task<M?> GetAsync")]
    [InlineData("title-of-inline-schema", "PruneRequestBuilder", "Task<VolumePruneResponse> PostAsync")]
    [InlineData("numbers-anyof-30", "ProductsRequestBuilder", "ProductsItemRequestBuilder this[ulong id]")]
    [InlineData("path-value-has-type-of-another-path", "TeamsRequestBuilder", "TeamsItemRequestBuilder this[long id]")]
    [InlineData("path-value-has-type-of-another-path", "TeamsRequestBuilder", "TeamsBySlugRequestBuilder this[string slug]")]
    [InlineData("union-in-path-parameter", "WRequestBuilder", "WItemRequestBuilder this[Id id]")]
    public void Has_a_request_builder_with(string document, string builder, string member) => Assert.Contains(
        member,
        ReportedDocuments.TypeOf(document, builder).Members.Select(m => m switch
        {
            MethodDeclarationSyntax method => $"{method.ReturnType} {method.Identifier.Text}",
            IndexerDeclarationSyntax indexer => $"{indexer.Type} this{indexer.ParameterList}",
            _ => "",
        }));

    [Theory]
    [InlineData("annotated-integer-enum", "State", "Alpha", "<summary>the first</summary>")]
    [InlineData("annotated-integer-enum", "State", "Beta", "<summary>the second</summary>")]
    [InlineData("enum-of-documented-constants", "AResponseLevel", "Low", "<summary>Lowest</summary>")]
    [InlineData("quoted-text-at-indent", "TClient", null, "<remarks>first line second line</remarks>")]
    public void Keeps_the_descriptions(string document, string type, string? property, string comment)
    {
        var declaration = ReportedDocuments.TypeOf(document, type);

        Assert.Contains(comment, (property is null ? (SyntaxNode)declaration : Properties(declaration).Single(p => p.Identifier.Text == property)).GetLeadingTrivia().ToFullString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_what_is_not_supported_is_reported() => Assert.Equal(
        ["accept-parameter-not-sent.yaml(3,40): info KILN0166: A header parameter named 'Accept' is ignored, as OpenAPI 3 requires; the SDK sends the media type of the response"],
        ReportedDocuments.Diagnostics.Select(d => d.ToString()));

    [Theory]
    [InlineData("tab-indentation", "(4,1): error KILN0001: Invalid YAML: a tab is used as indentation here, and YAML allows spaces only")]
    [InlineData("unclosed-brace", "(7,11): error KILN0001: Invalid YAML: this '{' has no closing '}'")]
    public void A_mistake_is_reported_at_its_place(string document, string error)
    {
        var text = File.ReadAllText(Checkout.PathOf("tests", "Generator.Tests", "Reported", "Documents", "Invalid", $"{document}.yaml"));

        Assert.Equal([document + ".yaml" + error], SdkDriver.Run($"{document}.yaml", text).GetRunResult().Diagnostics.Select(d => d.ToString()));
    }

    private static IEnumerable<PropertyDeclarationSyntax> Properties(TypeDeclarationSyntax type) =>
        type.Members.OfType<PropertyDeclarationSyntax>().Where(p => p.Modifiers.Any(SyntaxKind.PublicKeyword));
}
