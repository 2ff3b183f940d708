using Kiln.Generator.Changes.Comparison;
using Kiln.Generator.Changes.Rules.Model;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Changes.Rules;

/// <summary>Writes the message of a rule for a difference.</summary>
internal static class RuleMessage
{
    private const string Properties = "properties";

    private static readonly (ChangePlaces Places, string Kind)[] Kinds =
    [
        (ChangePlaces.Property | ChangePlaces.ParameterProperty | ChangePlaces.HeaderProperty, "property"),
        (ChangePlaces.Parameter, "parameter"),
        (ChangePlaces.Header, "header"),
        (ChangePlaces.Body, "schema"),
    ];

    public static string Of(ChangeRule rule, Difference difference, ChangePlaces place)
    {
        var message = rule.Message;
        if (message.IndexOf('{') < 0)
            return message;

        // A value can itself have braces, so that each name is replaced only where the rule has it.
        (string Name, string Value)[] values =
        [
            ("{old}", difference.OldValue ?? "nothing"),
            ("{new}", difference.NewValue ?? "nothing"),
            ("{name}", NameOf(difference)),
            ("{kind}", KindOf(difference, place)),
        ];
        var text = new System.Text.StringBuilder();
        for (var i = 0; i < message.Length;)
        {
            var (name, value) = message[i] == '{' ? values.FirstOrDefault(v => string.CompareOrdinal(message, i, v.Name, 0, v.Name.Length) == 0) : default;
            text.Append(value ?? message[i].ToString());
            i += name?.Length ?? 1;
        }
        return text.ToString();
    }

    public static string OfUnknown(Difference difference) => $"'{difference.Aspect}' was {difference.Action.ToString().ToLowerInvariant()}";

    // The last name of "Pet.owner.name", "GET /pets 200 .data[].name" or "GET /pets query limit". A property may have dots in its name.
    private static string NameOf(Difference difference)
    {
        if ((difference.NewPointer ?? difference.OldPointer) is { } pointer && JsonPointer.Parse(pointer) is [.., Properties, var name] && difference.Subject.EndsWith(name, StringComparison.Ordinal))
            return name;
        return difference.Subject.Substring(difference.Subject.LastIndexOfAny(['.', ' ']) + 1);
    }

    private static string KindOf(Difference difference, ChangePlaces place) =>
        Kinds.FirstOrDefault(k => (k.Places & place) != 0).Kind ?? (difference.Operations.Count > 0 ? "operation" : "security scheme");
}
