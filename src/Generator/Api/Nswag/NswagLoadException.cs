using Kiln.Generator.Diagnostics;

namespace Kiln.Generator.Api.Nswag;

/// <summary>Ends the reading of a document that NSwag cannot read, with the location of the cause.</summary>
internal sealed class NswagLoadException(DiagnosticInfo diagnostic) : Exception(diagnostic.Message)
{
    public DiagnosticInfo Diagnostic => diagnostic;
}
