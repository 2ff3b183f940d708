using Kiln.Generator.Api;
using Kiln.Generator.Shapes;
using Kiln.Generator.Specs;
using Kiln.Generator.Specs.Files;
using Kiln.Generator.Specs.Filtering;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Tests.Sharing;

/// <summary>Plans what a document becomes, and writes no file.</summary>
internal static class PlannedSdk
{
    public static SdkPlan Of(string document)
    {
        var source = SpecSource.Load(new SpecText("spec.yaml", document), _ => null, [], SpecFilter.None, TestContext.Current.CancellationToken);
        var spec = SpecReader.Read(source, TestContext.Current.CancellationToken);
        Assert.Empty(spec.Diagnostics);
        var api = ApiReader.Read(spec.Value!, TestContext.Current.CancellationToken);
        Assert.Empty(api.Diagnostics);
        return SdkPlan.Of(api.Value!, new("Sdk"));
    }
}
