using Kiln.Generator.Api.Model;
using Kiln.Generator.Shapes.Calls;
using Kiln.Generator.Shapes.Calls.Bodies;
using Kiln.Generator.Shapes.Calls.Errors;
using Kiln.Generator.Shapes.Calls.Headers;
using Kiln.Generator.Shapes.Calls.Responses;
using Kiln.Generator.Shapes.Clients;
using Kiln.Generator.Shapes.Facade;
using Kiln.Generator.Shapes.Links;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Paths;
using Kiln.Generator.Shapes.Types;
using Kiln.Generator.Shapes.Types.Models;
using Kiln.Generator.Shapes.Types.Sharing;
using Kiln.Generator.Shapes.Types.Values;
using Kiln.Generator.Shapes.Webhooks;

namespace Kiln.Generator.Shapes;

/// <summary>An SDK with all its names and types made, before any of its files is written out with them.</summary>
/// <param name="RootNamespace">What its namespaces begin with.</param>
/// <param name="Catalog">All of its names.</param>
/// <param name="Types">The C# type of each schema.</param>
/// <param name="Errors">The exceptions.</param>
/// <param name="Headers">The classes of response headers.</param>
/// <param name="Forms">The classes of multipart forms.</param>
/// <param name="Responses">The classes of results.</param>
/// <param name="MediaTypes">The class with the constants of media types; <see langword="null"/> for none.</param>
/// <param name="Access">The types by which the client is made.</param>
/// <param name="Client">The client, with the builders below it.</param>
internal sealed record SdkPlan(
    string RootNamespace, NameCatalog Catalog, TypePlanner Types, ErrorPlanner Errors, HeadersPlanner Headers, FormPlanner Forms,
    ResponsePlanner Responses, MediaTypesPlan? MediaTypes, AccessPlan Access, BuilderPlan Client)
{
    /// <summary>The class that reads webhooks and callbacks; <see langword="null"/> for none.</summary>
    public WebhooksPlan? Webhooks { get; init; }

    /// <summary>The class whose methods follow links; <see langword="null"/> for none.</summary>
    public LinksPlan? Links { get; init; }

    /// <summary>The class with the methods of all operations; <see langword="null"/> for none.</summary>
    public FacadePlan? Facade { get; init; }

    public static SdkPlan Of(ApiModel api, SdkOptions options)
    {
        if (!options.Webhooks)
            api = api with { Webhooks = [], WebhookEvent = null };
        var root = ShapePlanner.RootNamespace(api.Title, options);
        var models = $"{root}.Models";

        var catalog = new NameCatalog();
        catalog.AddNamespace(root);
        catalog.AddNamespace(models);
        var client = catalog.AddType(root, ShapePlanner.ClientName(api.Title, options), "Client");

        var subject = OperationNames.SubjectOf(client);
        catalog.Hold(root, ReservedNames.ClientTypes);
        var access = AccessPlanner.PlanTypes(api, catalog, client, subject, options.DependencyInjection);

        var webhooks = api.Webhooks.Any(WebhookPlanner.HasSomething) ? catalog.AddType(root, subject + "Webhooks", "Type") : null;
        var links = api.Operations.Any(o => o.Links.Count > 0) ? catalog.AddType(root, subject + "Links", "Type") : null;
        var mediaTypes = MediaTypesPlan.Of(api, catalog, client, subject);

        var tree = PathTree.Build(api.Operations.Items, options.FoldPathPrefix, api.PathPrefix, api.PathNames);
        var operationNames = OperationNames.Of(tree, subject);

        var webhookNames = new WebhookNames(api, operationNames);
        var owners = new Owners(operation => operationNames[operation].Models, webhook => webhookNames[webhook]);
        var types = new TypePlanner(api, catalog, models, owners, options.ShareTypes);
        var headers = new HeadersPlanner(api, catalog, types, models, owners, options.ShareTypes);
        var errors = new ErrorPlanner(api, catalog, types, headers, models);
        var forms = new FormPlanner(api, catalog, types, models);
        var responses = new ResponsePlanner(catalog, types, models);
        var calls = new CallPlanner(catalog, types, errors, headers, new BodyPlanner(types, forms), responses);
        var builders = new BuilderPlanner(catalog, new PathValuePlanner(types), calls, operationNames, access.NamesInBuilders).PlanClient(tree, client);
        return new(root, catalog, types, errors, headers, forms, responses, mediaTypes, AccessPlanner.PlanServers(access, api, catalog, root), builders)
        {
            Webhooks = new WebhookPlanner(types, headers, webhookNames).Plan(api, webhooks),
            Links = new LinkPlanner(types, operationNames).Plan(builders, links),
            Facade = options.Operations ? new FacadePlanner(catalog, operationNames).Plan(builders, access.NamesInBuilders, subject) : null,
        };
    }

    /// <summary>Which models requests have.</summary>
    public ModelUses Uses()
    {
        var calls = Client.AndBelow().SelectMany(b => b.Calls).ToList();
        var values = Client.AndBelow().SelectMany(b => b.Values).Select(v => v.Type);
        var bodies = calls.Select(c => c.Body).OfType<BodyPlan>().ToLookup(b => Api.Model.MediaTypes.IsMergePatch(b.Sent.Content.MediaType), b => b.Types);
        return new(
            Types.Models,
            Types.Unions,
            [.. values, .. calls.SelectMany(c => c.Parameters.All).Select(p => p.Type), .. bodies[false].SelectMany(t => t)],
            [.. bodies[true].SelectMany(t => t)],
            [
                .. calls.SelectMany(c => c.Others.Select(o => o.Response).Prepend(c.Response)).SelectMany(r => r.Types),
                .. calls.SelectMany(c => c.Streams).Select(s => s.Type),
                .. Headers.Plans.SelectMany(h => h.Fields).Select(f => f.Type),
                .. Webhooks?.Types ?? [],
                .. Errors.Types,
            ]);
    }
}
