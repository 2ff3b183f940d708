using Kiln.Generator.Api.Model;
using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Files;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types.Models;

namespace Kiln.Generator.Shapes;

/// <summary>The third stage: every C# decision. First all names are made, then each file is written out with them.</summary>
internal static class ShapePlanner
{
    /// <summary>The files of an SDK, in the order of their names.</summary>
    public static EquatableArray<FileShape> Plan(ApiModel api, SdkOptions options, CancellationToken cancellationToken)
    {
        var sdk = SdkPlan.Of(api, options);
        cancellationToken.ThrowIfCancellationRequested();

        var files = new List<FileShape>();
        var modelShaper = ModelShaper(sdk);
        files.AddRange(sdk.Types.Models.Select(modelShaper.Model));
        files.AddRange(sdk.Types.Enums.Concat(sdk.Access.Enums).Select(e => EnumShaper.Enum(e, sdk.Catalog, sdk.RootNamespace)));
        files.AddRange(sdk.Types.Unions.Select(new UnionShaper(sdk.Catalog, sdk.RootNamespace).Union));
        files.AddRange(sdk.Errors.Exceptions.Select(e => ErrorShaper.Exception(e, sdk.Catalog, sdk.RootNamespace)));
        cancellationToken.ThrowIfCancellationRequested();

        var builderShaper = new BuilderShaper(sdk.Catalog, sdk.RootNamespace, api, sdk.Types, sdk.Access, sdk.MediaTypes, sdk.Facade);
        foreach (var builder in sdk.Client.AndBelow())
        {
            cancellationToken.ThrowIfCancellationRequested();
            files.Add(builderShaper.Builder(builder, isClient: ReferenceEquals(builder, sdk.Client)));
            foreach (var call in builder.Calls)
                files.AddRange(ParameterFileShaper.Of(call, sdk.Catalog, sdk.RootNamespace));
        }
        files.AddRange(sdk.Forms.Plans.Select(f => FormShaper.Form(f, sdk.Catalog, sdk.RootNamespace)));
        files.AddRange(sdk.Headers.Plans.Select(h => ParameterFileShaper.Headers(h, sdk.Catalog, sdk.RootNamespace)));
        if (sdk.Webhooks is { } webhooks)
            files.Add(WebhooksShaper.Webhooks(webhooks, sdk.Catalog, sdk.RootNamespace));
        if (sdk.Links is { } links)
            files.Add(LinksShaper.Links(links, sdk.Client.Name, sdk.Types.Models, sdk.Catalog, sdk.RootNamespace));
        files.AddRange(sdk.Responses.Results.Select(r => ResultShaper.Result(r, sdk.Catalog, sdk.RootNamespace)));
        if (sdk.MediaTypes is { } mediaTypes)
            files.Add(ResultShaper.MediaTypes(mediaTypes, sdk.RootNamespace));
        files.AddRange(new AccessShaper(sdk.Catalog, sdk.RootNamespace, sdk.Access, sdk.Client.Name).Files());
        if (sdk.Facade is { } facade)
            files.AddRange(new FacadeShaper(facade, sdk.Catalog, sdk.RootNamespace, sdk.Types).Files());
        return files.OrderBy(f => f.HintName, StringComparer.Ordinal).ToEquatableArray();
    }

    private static ModelShaper ModelShaper(SdkPlan sdk)
    {
        var (models, unions, uses, cycles) = (sdk.Types.Models, sdk.Types.Unions, sdk.Uses(), new RequiredCycles(sdk.Types.Models));
        return new(sdk.Catalog, sdk.RootNamespace, new(models, unions), cycles, new(models, unions, uses, cycles), uses);
    }

    /// <summary>The namespace that an SDK's own begin with: the chosen one, or one made from the title.</summary>
    public static string RootNamespace(string title, SdkOptions options) =>
        string.IsNullOrEmpty(options.Namespace) ? new NameScope(ReservedNames.Types).Take(Title(title), "Api") : options.Namespace!;

    /// <summary>The name wanted for the client's class: the chosen one, or one made from the title.</summary>
    public static string ClientName(string title, SdkOptions options) =>
        string.IsNullOrEmpty(options.ClientName) ? Title(title) + "Client" : options.ClientName!;

    private static string Title(string title) => Identifiers.Pascal(title.Length == 0 ? "Api" : title);
}
