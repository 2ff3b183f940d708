using Kiln.Generator.Api.Model;
using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Types.Sharing;

/// <summary>All owners of a document, by their JSON pointers.</summary>
internal sealed class Owners
{
    private static readonly Dictionary<string, OwnerKind> Sections = new(StringComparer.Ordinal)
    {
        ["responses"] = OwnerKind.Response, ["requestBodies"] = OwnerKind.Request, ["parameters"] = OwnerKind.Parameter, ["headers"] = OwnerKind.Header,
    };

    private readonly Dictionary<string, Owner> byPointer = new(StringComparer.Ordinal);
    private readonly DocumentOwner document = new();
    private readonly PathOwner paths;
    private readonly Func<Operation, string> nameOf;
    private readonly Func<Webhook, string> nameOfWebhook;
    private readonly Dictionary<Operation, NamedOwner> operations = new(ByReference<Operation>.Instance);

    /// <summary>Makes the owners of a document.</summary>
    /// <param name="nameOf">What the types of an operation are named after.</param>
    /// <param name="nameOfWebhook">What the types of a webhook are named after.</param>
    public Owners(Func<Operation, string> nameOf, Func<Webhook, string> nameOfWebhook)
    {
        (this.nameOf, this.nameOfWebhook) = (nameOf, nameOfWebhook);
        paths = new(document);
    }


    /// <summary>Adds a named schema.</summary>
    public NamedOwner Add(NamedSchema schema, string name)
    {
        var owner = new NamedOwner(document, OwnerKind.Schema, name);
        byPointer[schema.Pointer] = owner;
        return owner;
    }

    /// <summary>The document as a whole.</summary>
    public Owner Document => document;

    /// <summary>The owner of what is in an operation.</summary>
    public NamedOwner Of(Operation operation) => operations[operation];

    /// <summary>Adds an operation and its path.</summary>
    public NamedOwner Add(Operation operation)
    {
        var path = paths.Add(operation.Path);
        var owner = new NamedOwner(path, OwnerKind.Operation, nameOf(operation));
        operations[operation] = owner;
        if (operation.Origin.Pointer is { } pointer)
        {
            byPointer[pointer] = owner;
            byPointer[Above(pointer)] = path;
        }
        return owner;
    }

    /// <summary>Adds a webhook or callback.</summary>
    public NamedOwner Add(Webhook webhook)
    {
        var owner = new NamedOwner(document, OwnerKind.Webhook, nameOfWebhook(webhook));
        if (webhook.Origin.Pointer is { } pointer)
            byPointer[pointer] = owner;
        return owner;
    }

    /// <summary>Adds a schema without a name that can contain others.</summary>
    public void Add(string pointer, InlineType type) => byPointer[pointer] = type;

    /// <summary>The innermost owner of what is in a place.</summary>
    /// <param name="pointer">The place.</param>
    /// <param name="number">The number of the schema there: what contains it has a greater one, and nothing contains itself.</param>
    /// <param name="found">The owner that it was found in, for a place of which nothing is known.</param>
    public Owner Of(string? pointer, int number, Owner found)
    {
        for (var above = Above(pointer ?? ""); above.Length > 0; above = Above(above))
        {
            if (byPointer.TryGetValue(above, out var owner) && !(owner is InlineType type && type.Number <= number))
                return owner is PathOwner path ? path.OrDocument : owner;
        }
        return found;
    }

    /// <summary>Whether a pointer leads into <c>components</c>.</summary>
    public static bool IsInComponent(string? pointer) => pointer?.StartsWith("/components/", StringComparison.Ordinal) == true;

    /// <summary>The entry of <c>components</c> beside the schemas that a pointer leads into; <see langword="null"/> for none.</summary>
    public NamedOwner? AddComponentOf(string? pointer)
    {
        if (!IsInComponent(pointer) || pointer!.Split(['/'], 5) is not ["", "components", var section, var key, ..] || !Sections.TryGetValue(section, out var kind))
            return null;
        var own = $"/components/{section}/{key}";
        if (!byPointer.TryGetValue(own, out var component))
            byPointer.Add(own, component = new NamedOwner(document, kind, WantedName.OfType(key.Replace("~1", "/").Replace("~0", "~")).Plain));
        return (NamedOwner)component;
    }

    private static string Above(string pointer) => pointer.LastIndexOf('/') is var slash and > 0 ? pointer.Substring(0, slash) : "";
}
