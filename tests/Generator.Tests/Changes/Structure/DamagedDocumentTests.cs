using Kiln.Generator.Api;
using Kiln.Generator.Changes;
using Kiln.Generator.Changes.Comparison;
using Kiln.Generator.Changes.Comparison.Structure;
using Kiln.Generator.Specs;
using Kiln.Generator.Specs.Tree;
using Kiln.Generator.Tests.Fuzzing;

namespace Kiln.Generator.Tests.Changes.Structure;

/// <summary>Documents are compared with what damage makes of them.</summary>
public sealed class DamagedDocumentTests
{
    private static readonly Dictionary<ChangeAction, ChangeAction> Reverse = new()
    {
        [ChangeAction.Added] = ChangeAction.Removed,
        [ChangeAction.Removed] = ChangeAction.Added,
        [ChangeAction.Changed] = ChangeAction.Changed,
        [ChangeAction.Renamed] = ChangeAction.Renamed,
        [ChangeAction.Increased] = ChangeAction.Decreased,
        [ChangeAction.Decreased] = ChangeAction.Increased,
        [ChangeAction.Widened] = ChangeAction.Narrowed,
        [ChangeAction.Narrowed] = ChangeAction.Widened,
    };

    // Those of the structure, without security: what requires a scheme that does not exist is damage of its own.
    private static readonly string[] Compared =
    [
        Aspects.Operation, Aspects.OperationId, Aspects.Tag, Aspects.Parameter, Aspects.ParameterLocation, Aspects.ParameterStyle, Aspects.RequestBody, Aspects.RequestBodyRequired, Aspects.MediaType,
        Aspects.MediaTypeSchema, Aspects.Encoding, Aspects.Response, Aspects.ResponseHeader, Aspects.Link, Aspects.Callback, Aspects.Webhook, Aspects.SecurityComponent,
        Aspects.OAuthFlow, Aspects.OAuthScope, Aspects.Server, Aspects.ServerVariable, Aspects.Paging, Aspects.Streaming, Aspects.InfoTitle, Aspects.Stability,
    ];

    [Fact]
    public void What_is_added_one_way_is_removed_the_other_way()
    {
        var compared = 0;
        var found = 0;
        Parallel.For(0, TestForm.Count(full: 150, sample: 60), number =>
        {
            var damaged = FuzzCase.Create(seed: 6, number);
            var seed = FuzzSeeds.All.First(s => s.Name == damaged.Origin);
            if (Read(seed.Name, seed.Text) is not { } old || Read(damaged.Path, damaged.Text) is not { } current)
                return;

            var forward = DocumentComparer.Compare(old, current, StructurePair.Terms, CancellationToken.None);
            var backward = DocumentComparer.Compare(current, old, StructurePair.Terms, CancellationToken.None);

            Assert.Equal(Texts(forward, d => (d.Action, d.OldValue, d.NewValue)), Texts(backward, d => (Reverse[d.Action], d.NewValue, d.OldValue)));
            Interlocked.Increment(ref compared);
            Interlocked.Add(ref found, forward.Count);
        });

        Assert.True(compared > 10, $"Only {compared} of the damaged documents were compared.");
        Assert.True(found > compared, $"Only {found} differences were found in {compared} documents.");
    }

    private static IEnumerable<string> Texts(IReadOnlyList<Difference> differences, Func<Difference, (ChangeAction, string?, string?)> facts) =>
        differences.Where(d => Compared.Contains(d.Aspect)).Select(d => $"{d.Direction} {d.Aspect} {facts(d)} {string.Join(' ', d.Operations.Count)}").Order(StringComparer.Ordinal);

    private static SdkVersion? Read(string path, string text)
    {
        var spec = SpecReader.Read(new SpecText(path, text), CancellationToken.None);
        if (spec.Value is null || spec.HasErrors)
            return null;
        var api = ApiReader.Read(spec.Value, CancellationToken.None);
        return api.Value is null || api.HasErrors ? null : new(spec.Value, api.Value, [], []);
    }
}
