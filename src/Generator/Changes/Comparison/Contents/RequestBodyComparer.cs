using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Changes.Comparison.Contents;

/// <summary>Compares the bodies of requests.</summary>
internal sealed class RequestBodyComparer(ComparisonContext context, ContentComparer contents)
{
    private const string Key = "requestBody";

    /// <summary>Compares the body of two operations.</summary>
    public void Compare(ComparedObject operation)
    {
        var (old, current) = (Read(context.OldNodes, operation.Old), Read(context.CurrentNodes, operation.Current));
        var body = context.Within(operation, old, current, "request") with { Places = ChangePlaces.Body };
        switch (old, current)
        {
            case (null, { } added):
                context.Add((body with { CurrentAt = operation.Current?.Child(Key) }).Differs(Aspects.RequestBody, ChangeAction.Added, null, MediaTypesOf(added), IsRequired(added) ? Traits.Required : Traits.Optional));
                break;
            case ({ } removed, null):
                context.Add((body with { OldAt = operation.Old?.Child(Key) }).Differs(Aspects.RequestBody, ChangeAction.Removed, MediaTypesOf(removed), null, IsRequired(removed) ? Traits.Required : Traits.Optional));
                break;
            case ({ } from, { } to):
                if (IsRequired(from) != IsRequired(to))
                    context.Add(body.At("required").Differs(Aspects.RequestBodyRequired, IsRequired(to) ? ChangeAction.Added : ChangeAction.Removed, null, null));
                TextComparer.Compare(context, body);
                contents.Compare(body);
                break;
        }
    }

    // A body without any media type is none.
    private static PointedNode? Read(DocumentNodes nodes, PointedNode? operation) =>
        operation?.Child(Key) is { } body && nodes.Follow(body) is var followed && followed["content"] is SpecMap { Entries.Count: > 0 } ? followed : null;

    private static bool IsRequired(PointedNode body) => body["required"] is SpecScalar { Kind: ScalarKind.Boolean, Text: "true" };

    private static string MediaTypesOf(PointedNode body) => string.Join(", ", body.Entries("content").Select(e => e.Key));
}
