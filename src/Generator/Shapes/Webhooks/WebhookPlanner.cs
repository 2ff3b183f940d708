using Kiln.Generator.Api.Model;
using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Calls.Headers;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types;
using Kiln.Generator.Shapes.Types.Sharing;

namespace Kiln.Generator.Shapes.Webhooks;

/// <summary>Gives webhooks and callbacks their C# types.</summary>
internal sealed class WebhookPlanner(TypePlanner types, HeadersPlanner headers, WebhookNames names)
{
    private const string SignatureWord = "Signature";
    private const string SharedHeaders = "Received";

    /// <summary>Plans the class; <see langword="null"/> if there is nothing to read.</summary>
    /// <param name="api">The document.</param>
    /// <param name="name">The name of the class.</param>
    public WebhooksPlan? Plan(ApiModel api, TypeName? name)
    {
        if (name is null)
            return null;
        // In an order of their own, so that no type is named by the order of the webhooks.
        var shared = api.Webhooks.GroupBy(w => w.Headers).Where(g => g.Count() > 1).Select(g => g.Key).ToList();
        var plans = api.Webhooks.OrderBy(w => names[w], StringComparer.Ordinal).ToDictionary(w => w, w => Plan(w, shared), ByReference<Webhook>.Instance);
        var webhooks = api.Webhooks.Where(HasSomething).ToList();
        return new(name, [.. webhooks.Select(w => plans[w])], EventOf(api), SignaturesOf(webhooks));
    }

    /// <summary>Whether anything of a webhook is read.</summary>
    public static bool HasSomething(Webhook webhook) => webhook.Body is not null || webhook.Headers.Count > 0;

    private WebhookPlan Plan(Webhook webhook, IReadOnlyCollection<EquatableArray<Header>> shared)
    {
        var name = names[webhook];
        var body = webhook.Body is { } content ? types.Plan(content.Schema ?? new AnySchema(), ContextualNames.With(name, "Payload")) : null;
        return new(webhook, name, body, webhook.Headers.Count == 0 ? null : headers.PlanReceived(webhook.Headers, shared.Contains(webhook.Headers) ? SharedHeaders : name).Name);
    }

    private EventPlan? EventOf(ApiModel api)
    {
        if (api.WebhookEvent is not { Discriminator: { } property } union)
            return null;
        var signings = api.Webhooks.Where(w => w.Expression is null).Select(w => w.Signing).Distinct().ToList();
        return new(types.Plan(union, WebhookSchemas.Event.Word), property, signings.Count == 1 ? signings[0] : null);
    }

    // Nearly always there is one.
    private IReadOnlyList<SignaturePlan> SignaturesOf(IReadOnlyList<Webhook> webhooks)
    {
        var scope = new NameScope(ReservedNames.ObjectMembers);
        var groups = webhooks.Where(w => w.Signing is not null).GroupBy(w => w.Signing!).OrderByDescending(g => g.Count()).ToList();
        return [.. groups.Select((g, i) => new SignaturePlan(g.Key, scope.Take(i == 0 ? SignatureWord : names[g.First()] + SignatureWord)))];
    }
}
