using Kiln.Generator.Tests.Driving;
using Microsoft.CodeAnalysis;

namespace Kiln.Generator.Tests.Running;

/// <summary>The SDK of a document with the methods of all operations in one class.</summary>
internal static class OperationsSdk
{
    /// <summary>The generator after its run, with the namespace <c>Sdk</c>; an error of the document fails the test.</summary>
    public static GeneratorDriver Run(string spec)
    {
        var metadata = new Dictionary<string, string>(SdkDriver.Metadata("Sdk")) { ["Operations"] = "true" };
        var driver = SdkDriver.Create(("spec.yaml", spec, metadata)).RunGenerators(SdkCompilation.Empty);
        Assert.Equal("", string.Join("\n", driver.GetRunResult().Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)));
        return driver;
    }
}
