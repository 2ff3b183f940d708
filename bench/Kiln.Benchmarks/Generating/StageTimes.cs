using System.Diagnostics;
using System.Text;
using Kiln.Generator;
using Kiln.Generator.Api;
using Kiln.Generator.Api.Model;
using Kiln.Generator.Emission;
using Kiln.Generator.Shapes;
using Kiln.Generator.Specs;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Benchmarks.Generating;

/// <summary>One way through the generator, stage by stage. The milliseconds are the wall's; what a document with an error never reaches is 0.</summary>
internal sealed record StageTimes(double Specs, double Api, double Shapes, double Emission, double AllocatedMegabytes, int Files, double Megabytes, string? Error)
{
    public double Total => Specs + Api + Shapes + Emission;

    public static StageTimes Of(SpecText text)
    {
        GC.Collect();
        var allocated = GC.GetTotalAllocatedBytes();
        var start = Stopwatch.GetTimestamp();

        var spec = SpecReader.Read(text, CancellationToken.None);
        var specs = Lap(ref start);
        if (spec.Value is null)
            return new(specs, 0, 0, 0, Since(allocated), 0, 0, Describe(spec.Diagnostics));

        var api = ApiReader.Read(spec.Value, CancellationToken.None);
        var apis = Lap(ref start);
        if (api.Value is null || api.HasErrors)
            return new(specs, apis, 0, 0, Since(allocated), 0, 0, Describe(api.Diagnostics));

        var shapes = ShapePlanner.Plan(api.Value, new SdkOptions("Corpus"), CancellationToken.None);
        var planned = Lap(ref start);
        var files = shapes.Select(Emitter.Emit).ToList();
        var emitted = Lap(ref start);
        return new(specs, apis, planned, emitted, Since(allocated), files.Count, files.Sum(f => (long)Encoding.UTF8.GetByteCount(f.Text)) / 1e6, null);
    }

    private static string Describe(IEnumerable<Generator.Diagnostics.DiagnosticInfo> diagnostics)
    {
        var error = diagnostics.First(d => d.Rule.Severity == Generator.Diagnostics.DiagnosticLevel.Error);
        return $"{error.Rule.Id} in line {error.Location.Line}";
    }

    private static double Lap(ref long start)
    {
        var lap = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        start = Stopwatch.GetTimestamp();
        return lap;
    }

    private static double Since(long allocated) => (GC.GetTotalAllocatedBytes() - allocated) / 1e6;
}
