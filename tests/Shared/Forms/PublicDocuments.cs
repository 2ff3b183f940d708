namespace Kiln.Tests.Forms;

/// <summary>The public OpenAPI documents that tests try, where they are beside the checkout or in the folder that <c>KILN_CORPUS</c> names.</summary>
internal static class PublicDocuments
{
    /// <summary>The reason that a test gives for being skipped without them.</summary>
    public const string Absent = "The public documents are not beside this checkout.";

    /// <summary>The reason that a test gives for being skipped for a large one.</summary>
    public const string OnlyInExhaustive = "Large documents are tried in the exhaustive form, with KILN_EXHAUSTIVE=1.";

    // In several files, all of which are given.
    private static readonly string[] Joined = ["OAI__petstore-separate-2.0/spec/swagger.json", "digitalocean__specification/DigitalOcean-public.v2.yaml"];

    // Each for something that the others do not have.
    private static readonly string[] Sample =
    [
        "OAI__petstore-separate-2.0/spec/swagger.json", // 2.0, in several files
        "OAI__tags-example-3.2.yaml", // 3.2
        "OAI__tictactoe-3.1.yaml", // callbacks, 3.1
        "OAI__uber-2.0.json", // 2.0, a file of JSON
        "Redocly__museum-3.1.yaml", // a description of 3.1 with examples and webhooks
        "hey-api__enum-escape-3.1.json", // enums with odd values
        "hey-api__full-3.1.yaml", // a reference to a file that is not given: an error
        "oapi-codegen__parameters-roundtrip.yaml", // parameters in each style
        "ogen__2ch-unicode.yaml", // names that are not Latin
        "readmeio__30-discriminators.json", // unions and inheritance
        "readmeio__30-schema-circular.json", // circular references
        "swagger-api__petstore-3.0.4.yaml", // forms, XML, a binary body, security
    ];

    /// <summary>The folder; <see langword="null"/> where it does not exist.</summary>
    public static string? Folder { get; } =
        new[] { Environment.GetEnvironmentVariable("KILN_CORPUS"), Checkout.PathOf("..", "shared", "corpus") }.FirstOrDefault(Directory.Exists);

    /// <summary>The names of the documents to try, all or a dozen of them; a single <see langword="null"/> without the folder, so that a test is skipped with a reason.</summary>
    public static TheoryData<string?> Documents() => Folder is null ? new TheoryData<string?>((string?)null) : [.. Names()];

    /// <summary>The same names, where the folder exists.</summary>
    /// <remarks>The variable <c>KILN_DOCUMENTS</c> says others, by a part of their names each, with commas between them.</remarks>
    public static IReadOnlyList<string> Names() =>
        Chosen is { Length: > 0 } wanted ? [.. All().Where(n => wanted.Split(',').Any(n.Contains))]
        : TestForm.IsFull ? All()
        : Sample;

    /// <summary>Whether no document is left out in the full form.</summary>
    public static bool AreAll => string.IsNullOrEmpty(Chosen);

    private static string? Chosen => Environment.GetEnvironmentVariable("KILN_DOCUMENTS");

    public static string PathOf(string document) => Path.Combine(Folder!, document);

    /// <summary>Whether a document, with its other files, has more than so many bytes.</summary>
    public static bool IsLarge(string document, int bytes) => bytes <
        (document.Split('/') is [var folder, _, ..] ? new DirectoryInfo(PathOf(folder)).EnumerateFiles("*", SearchOption.AllDirectories) : [new FileInfo(PathOf(document))]).Sum(f => f.Length);

    /// <summary>Skips the current test for a large document unless all is tried.</summary>
    public static void SkipLarge(string document) => Assert.SkipWhen(IsLarge(document, 250_000) && !TestForm.IsExhaustive, OnlyInExhaustive);

    public static string Read(string document) => File.ReadAllText(PathOf(document));

    private static IReadOnlyList<string> All() =>
        [
            .. Directory.GetFiles(Folder!)
                .Select(f => Path.GetFileName(f))
                .Where(f => Path.GetExtension(f) is ".yaml" or ".json")
                .Concat(Joined)
                .Order(StringComparer.Ordinal),
        ];
}
