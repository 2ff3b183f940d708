using System.Reflection;
using Kiln.Generator.Tests.Driving;
using Microsoft.CodeAnalysis;

namespace Kiln.Generator.Tests.Sharing;

/// <summary>The types that a document becomes, which compile.</summary>
internal sealed class SharedTypes
{
    private readonly Assembly assembly;

    private SharedTypes(Assembly assembly) => this.assembly = assembly;

    /// <summary>The names of the types beside the request builders and query classes, in order.</summary>
    public string Names => string.Join(" ", assembly.GetExportedTypes()
        .Select(t => t.Name)
        .Where(n => !n.EndsWith("RequestBuilder", StringComparison.Ordinal) && !n.EndsWith("Query", StringComparison.Ordinal) && !n.StartsWith("TClient", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal));

    /// <summary>The SDK of a document.</summary>
    /// <param name="spec">What follows the document's title.</param>
    /// <param name="shareTypes">The item's metadata <c>ShareTypes</c>.</param>
    public static SharedTypes Of(string spec, string shareTypes = "")
    {
        var metadata = new Dictionary<string, string>(SdkDriver.Metadata("Sdk")) { ["ShareTypes"] = shareTypes };
        var driver = SdkDriver.Create(("spec.yaml", "openapi: 3.1.0\ninfo: { title: T, version: '1' }\n" + spec, metadata)).RunGenerators(SdkCompilation.Empty);
        Assert.Equal("", string.Join("\n", driver.GetRunResult().Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning)));
        return new(SdkAssembly.Of(driver.GetRunResult().GeneratedTrees).Assembly);
    }

    /// <summary>The type of a property, without what it is wrapped in.</summary>
    public string this[string type, string property]
    {
        get
        {
            var found = assembly.GetExportedTypes().Single(t => t.Name == type).GetProperty(property)!.PropertyType;
            while (found.IsGenericType)
                found = found.GetGenericArguments()[^1];
            return found.Name;
        }
    }
}
