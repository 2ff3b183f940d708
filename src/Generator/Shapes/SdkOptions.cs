namespace Kiln.Generator.Shapes;

/// <summary>What a person may choose about an SDK: the metadata of an <c>OpenApiSdk</c> item, or the options of <c>kiln generate</c>.</summary>
/// <param name="Namespace">The root namespace; when empty, one is made from the document's title.</param>
/// <param name="ClientName">The client's class; when empty, one is made from the document's title.</param>
/// <param name="FoldPathPrefix">Whether the beginning that nine tenths of the paths share is left out of the client's properties (never out of the URL).</param>
internal sealed record SdkOptions(string? Namespace = null, string? ClientName = null, bool FoldPathPrefix = true)
{
    /// <summary>Whether equal schemas in several places are one type.</summary>
    public bool ShareTypes { get; init; } = true;

    /// <summary>Whether the SDK has methods that read the requests that the service sends: webhooks and callbacks.</summary>
    public bool Webhooks { get; init; } = true;

    /// <summary>Whether the client has the methods of all operations in one class too, by the operations' ids.</summary>
    public bool Operations { get; init; }

    /// <summary>Whether the SDK has methods that add its client to the services of an application.</summary>
    public bool DependencyInjection { get; init; }
}
