using Kiln.Generator.Api.Model;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types.Values;

namespace Kiln.Generator.Shapes.Webhooks;

/// <summary>The class that reads webhooks and callbacks.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Webhooks">Those that have something to read.</param>
/// <param name="Event">The union of the bodies of all webhooks; <see langword="null"/> for none.</param>
/// <param name="Signatures">How requests are signed, the most common way first: each with the name of its property.</param>
internal sealed record WebhooksPlan(TypeName Name, IReadOnlyList<WebhookPlan> Webhooks, EventPlan? Event, IReadOnlyList<SignaturePlan> Signatures)
{
    /// <summary>The types of all bodies.</summary>
    public IEnumerable<CSharpType> Types => Webhooks.Select(w => w.Body).Append(Event?.Type).OfType<CSharpType>();
}

/// <summary>A webhook or callback with its C# types and names.</summary>
/// <param name="Webhook">What the document says.</param>
/// <param name="Name">What is behind the verb in the names of its methods.</param>
/// <param name="Body">The type of its body; <see langword="null"/> for none.</param>
/// <param name="Headers">The class of its headers; <see langword="null"/> for none.</param>
internal sealed record WebhookPlan(Webhook Webhook, string Name, CSharpType? Body, TypeName? Headers);

/// <summary>The union of the bodies of all webhooks.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Property">The property that distinguishes them.</param>
/// <param name="Signing">How all are signed; <see langword="null"/> when the document does not say, or they differ.</param>
internal sealed record EventPlan(CSharpType Type, string Property, WebhookSigning? Signing);

/// <summary>A way of signing.</summary>
/// <param name="Signing">What the document says.</param>
/// <param name="Property">The property with the runtime's scheme.</param>
internal sealed record SignaturePlan(WebhookSigning Signing, string Property);
