using Kiln.Generator.Api.Model;
using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Paths;

namespace Kiln.Generator.Shapes.Webhooks;

/// <summary>Names webhooks after their keys, and callbacks after their operations and keys. All are named together, so that no name depends on their order.</summary>
internal sealed class WebhookNames
{
    private readonly Dictionary<Webhook, string> names = new(ByReference<Webhook>.Instance);

    /// <summary>Names the webhooks of a document.</summary>
    /// <param name="api">The document.</param>
    /// <param name="operationNames">The names of its operations.</param>
    public WebhookNames(ApiModel api, OperationNames operationNames)
    {
        var operations = api.Operations.GroupBy(o => new OperationKey(o.Path, o.Method)).ToDictionary(g => g.Key, g => g.First());
        var first = new HashSet<(string, string?, string)>();
        var wanted = api.Webhooks
            .Select(w => w with { Name = first.Add((w.Name, w.Expression, CallerOf(w))) ? w.Name : $"{w.Name}-{w.Method.ToLowerInvariant()}" })
            .Select(w => WantedName.Of(w.Name, w.NameOverride).In(Within(w)))
            .ToList();
        // Beside each name are that of its headers and that of the method that verifies nothing.
        var besides = new HashSet<string>(wanted.SelectMany(w => new[] { $"{w.Plain}Headers", $"{w.Plain}Unverified" }).Append("Unverified"), StringComparer.OrdinalIgnoreCase);
        var taken = NameGroup.TakeEach(new NameScope(besides), wanted, "Webhook");
        for (var i = 0; i < taken.Count; i++)
            names[api.Webhooks[i]] = taken[i];

        Func<string, string> Within(Webhook webhook) =>
            webhook is { IsComponent: false, NameOverride: null, Callers: [var caller, ..] } && operations.TryGetValue(caller, out var operation)
                ? name => ContextualNames.With(operationNames[operation].Models, name)
                : name => name;
    }

    /// <summary>The name of a webhook, without the verb of its methods: <c>NewPet</c>.</summary>
    public string this[Webhook webhook] => names[webhook];

    // One path item may have several methods; of those that follow the first, the name says which.
    private static string CallerOf(Webhook webhook) => webhook.IsComponent ? "" : string.Concat(webhook.Callers.Select(c => $"{c.Method} {c.Path}"));
}
