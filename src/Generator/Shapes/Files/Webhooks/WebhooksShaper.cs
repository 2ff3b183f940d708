using Kiln.Generator.Api.Model;
using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types;
using Kiln.Generator.Shapes.Webhooks;

namespace Kiln.Generator.Shapes.Files;

/// <summary>Makes the file of the class that reads webhooks and callbacks.</summary>
internal static class WebhooksShaper
{
    public static WebhooksShape Webhooks(WebhooksPlan plan, NameCatalog catalog, string rootNamespace)
    {
        var names = new NameResolver(catalog, plan.Name.Namespace);
        names.Use("System");
        if (plan.Signatures.Count > 0)
            names.Use("System.Collections.Generic");
        var types = new TypeWriter(names);
        var runtime = new WebhookTypesShape(
            names.Write(WebhookTypes.Payload), names.Write(WebhookTypes.Headers), names.Write(WebhookTypes.Signature), names.Write(WebhookTypes.ReadOptions));
        var isOfAll = plan.Signatures.Count == 1 && plan.Webhooks.All(w => w.Webhook.Signing is not null);
        return new(
            HintNames.Of(plan.Name, rootNamespace),
            plan.Name.Namespace,
            Usings: [],
            plan.Name.Name,
            new DocShape(null),
            runtime,
            plan.Signatures.Select(s => new SignatureShape(s.Property, SignatureExpression.Of(s.Signing, runtime.Signature, names), isOfAll)).ToEquatableArray(),
            plan.Event is { } @event ? new(types.Write(@event.Type), types.Wire(@event.Type), @event.Property, PropertyOf(@event.Signing, plan)) : null,
            plan.Webhooks.Select(w => Webhook(w, plan, names, types)).ToEquatableArray())
        {
            Usings = names.Usings.ToEquatableArray(),
            UsesDeprecated = names.UsesDeprecated,
        };
    }

    private static WebhookShape Webhook(WebhookPlan plan, WebhooksPlan all, NameResolver names, TypeWriter types)
    {
        var (webhook, isNullable) = (plan.Webhook, plan.Webhook.Body?.IsNullable == true);
        return new(
            plan.Name,
            webhook.Name,
            webhook.Method,
            new(webhook.Summary ?? webhook.Description, webhook.Summary is null ? null : webhook.Description, webhook.Deprecation),
            webhook.Callers.Select(c => $"{c.Method} {c.Path}").ToEquatableArray(),
            webhook.Expression,
            plan.Body is { } body ? types.Write(body, isNullable) : null,
            plan.Body is { } read ? types.Wire(read, isNullable) : "",
            plan.Headers is { } headers ? names.Write(headers) : null,
            PropertyOf(webhook.Signing, all),
            webhook.Responses.Select(a => (a.Status, a.Description)).ToEquatableArray());
    }

    private static string? PropertyOf(WebhookSigning? signing, WebhooksPlan plan) => plan.Signatures.FirstOrDefault(s => s.Signing == signing)?.Property;
}
