namespace Kiln.Generator.Shapes;

/// <summary>What a person may choose about an SDK: the metadata of an <c>OpenApiSdk</c> item, or the options of <c>kiln generate</c>.</summary>
/// <param name="Namespace">The root namespace; when empty, one is made from the document's title.</param>
/// <param name="ClientName">The client's class; when empty, one is made from the document's title.</param>
/// <param name="FoldPathPrefix">Whether the part that all paths share is left out of the client's properties (never out of the URL).</param>
internal sealed record SdkOptions(string? Namespace = null, string? ClientName = null, bool FoldPathPrefix = true);
