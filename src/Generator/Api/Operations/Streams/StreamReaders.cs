using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Diagnostics;

namespace Kiln.Generator.Api.Operations.Streams;

/// <summary>The readers of streams: of a single body, and of an operation.</summary>
internal sealed class StreamReaders
{
    public StreamReaders(DocumentNodes document, ReadSchema read, ResolveSchema resolve, List<DiagnosticInfo> diagnostics)
    {
        var extensions = new StreamExtension(document, diagnostics);
        Contents = new(document, read, resolve, extensions, diagnostics);
        Operations = new(document, resolve, extensions, Contents, diagnostics);
    }

    public ItemContents Contents { get; }

    public OperationStreams Operations { get; }
}
