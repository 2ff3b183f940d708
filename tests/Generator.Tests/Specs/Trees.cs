using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs;
using Kiln.Generator.Specs.Reading;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Tests.Specs;

/// <summary>Short ways to read a text in tests.</summary>
internal static class Trees
{
    /// <summary>The text's tree, not yet checked; fails the test if there is something to tell about it.</summary>
    public static SpecNode Read(string text, string path = "a.yaml")
    {
        var root = Read(text, out var diagnostics, path);
        Assert.Empty(diagnostics);
        return Assert.IsAssignableFrom<SpecNode>(root);
    }

    public static SpecNode? Read(string text, out List<DiagnosticInfo> diagnostics, string path = "a.yaml")
    {
        diagnostics = [];
        return SpecTreeReader.Read(new SpecText(path, text), diagnostics, TestContext.Current.CancellationToken);
    }

    /// <summary>The whole stage's result.</summary>
    public static StageResult<SpecDocument> ReadDocument(string text, string path = "a.yaml") =>
        SpecReader.Read(new SpecText(path, text), TestContext.Current.CancellationToken);

    /// <summary>What the whole stage has to tell, each as <c>KILNnnnn line:column</c>.</summary>
    public static IEnumerable<string> Told(string text, string path = "a.yaml") =>
        ReadDocument(text, path).Diagnostics.Items.Select(d => $"{d.Rule.Id} {d.Location.Line}:{d.Location.Column}");
}
