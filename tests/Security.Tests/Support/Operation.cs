using Acme.Vault;
using Acme.Vault.Models;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Security.Tests.Support;

/// <summary>An operation of the service.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Call">Calls it, with an option of the request.</param>
/// <param name="Alternatives">The schemes that it requires, as they were written by hand beside the document: one of these lists, all of its schemes.</param>
internal sealed record Operation(string Name, Func<VaultClient, IRequestOption[], Task<Caller>> Call, params string[][] Alternatives)
{
    public static IReadOnlyList<Operation> All { get; } =
    [
        new("default", (c, options) => c.Default.GetAsync(r => Add(r.Options, options)), ["headerKey"], ["basic"]),
        new("open", (c, options) => c.Open.GetAsync(r => Add(r.Options, options)), [[]]),
        new("optional", (c, options) => c.Optional.GetAsync(r => Add(r.Options, options)), ["basic"], []),
        new("header key", (c, options) => c.HeaderKey.GetAsync(r => Add(r.Options, options)), ["headerKey"]),
        new("query key", (c, options) => c.QueryKey.GetAsync(r => Add(r.Options, options)), ["queryKey"]),
        new("session", (c, options) => c.Session.GetAsync(r => Add(r.Options, options)), ["session"]),
        new("password", (c, options) => c.Password.GetAsync(r => Add(r.Options, options)), ["basic"]),
        new("bearer", (c, options) => c.Bearer.GetAsync(r => Add(r.Options, options)), ["bearer"]),
        new("vendor", (c, options) => c.Vendor.GetAsync(r => Add(r.Options, options)), ["vendor"]),
        new("delegated", (c, options) => c.Delegated.GetAsync(r => Add(r.Options, options)), ["oauth"]),
        new("delegated with two scopes", (c, options) => c.Delegated.PostAsync(r => Add(r.Options, options)), ["oauth"]),
        new("identity", (c, options) => c.Identity.GetAsync(r => Add(r.Options, options)), ["openId"]),
        new("certificate", (c, options) => c.Certificate.GetAsync(r => Add(r.Options, options)), ["mutualTls"]),
        new("either", (c, options) => c.Either.GetAsync(r => Add(r.Options, options)), ["oauth"], ["queryKey"]),
        new("both", (c, options) => c.Both.GetAsync(r => Add(r.Options, options)), ["headerKey", "bearer"]),
        new("all places", (c, options) => c.AllPlaces.GetAsync(r => Add(r.Options, options)), ["headerKey", "queryKey", "session", "mutualTls"]),
        new("parameter", (c, options) => c.Parameter.GetAsync(r => Add(r.Options, options)), ["appToken"]),
    ];

    /// <summary>The operation that requires one scheme and nothing else.</summary>
    public static Operation Of(string scheme) => All.First(o => o.Alternatives is [[var only]] && only == scheme);

    /// <summary>The schemes by which a caller with credentials for some is known; null if the service refuses it.</summary>
    public string[]? KnownBy(params string[] schemes) => Alternatives.FirstOrDefault(a => a.All(schemes.Contains));

    public override string ToString() => Name;

    private static void Add(IList<IRequestOption> all, IRequestOption[] options)
    {
        foreach (var option in options)
            all.Add(option);
    }
}
