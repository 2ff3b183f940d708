using Kiln.Generator.Api;
using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types;
using Kiln.Generator.Text;

namespace Kiln.Generator.Shapes.Files;

/// <summary>A class over a value that is one of several shapes.</summary>
/// <param name="Rule">The expression that tells the cases apart.</param>
internal sealed record UnionShape(string HintName, string Namespace, EquatableArray<UsingShape> Usings, string Name, DocShape Doc, EquatableArray<UnionCaseShape> Cases, string Rule)
    : FileShape(HintName, Namespace, Usings, Name, Doc);

/// <summary>A case of a <see cref="UnionShape"/>.</summary>
/// <param name="Name">The property that gives it: <c>AsCat</c>.</param>
/// <param name="Argument">Its name as a parameter.</param>
/// <param name="Type">Its C# type.</param>
/// <param name="IsValueType">Whether that is a value type.</param>
/// <param name="Wire">The expression that reads and writes it.</param>
/// <param name="IsTold">Whether reading tells it; if not, it stays JSON until it is asked for.</param>
internal sealed record UnionCaseShape(string Name, string Argument, string Type, bool IsValueType, string Wire, bool IsTold);

/// <summary>The files of unions.</summary>
internal sealed class UnionFiles(NameCatalog catalog, string rootNamespace)
{
    public UnionShape Union(UnionPlan plan)
    {
        var names = new NameResolver(catalog, plan.Name.Namespace);
        names.Use("System");
        names.Use("System.Text.Json");
        names.Use("Kiln.Runtime.Wire");

        var types = new TypeWriter(names);
        var members = new NameScope(ReservedNames.ObjectMembers, ReservedNames.UnionMembers, [plan.Name.Name]);
        var arguments = new NameScope(["unknown"]);
        var cases = plan.Cases
            .Select((type, place) =>
            {
                var name = NameOf(type);
                return new UnionCaseShape(
                    members.Take("As" + name), arguments.Take(Identifiers.Camel(name)), types.Write(type), type.IsValueType, types.Wire(type), Tells(plan.Rule, plan.Places, place));
            })
            .ToEquatableArray();

        var doc = new DocShape(plan.Description ?? $"One of: {string.Join(", ", cases.Select(c => c.Type))}.", null, plan.Deprecation);
        var rule = UnionExpressions.Write(plan.Rule, plan.Places);
        return new(HintNames.Of(plan.Name, rootNamespace), plan.Name.Namespace, names.Usings.ToEquatableArray(), plan.Name.Name, doc, cases, rule) { UsesDeprecated = names.UsesDeprecated };
    }

    private static string NameOf(CSharpType type) => type switch
    {
        ModelType model => model.Name.Name,
        EnumType @enum => @enum.Name.Name,
        UnionType union => union.Name.Name,
        ListType list => NameOf(list.Items) + "List",
        DictionaryType map => NameOf(map.Values) + "Map",
        PrimitiveType { Primitive.CSharp: "byte[]" } => "Bytes",
        PrimitiveType { Primitive: var primitive } when primitive == Primitives.Json => "Json",
        PrimitiveType { Primitive.CSharp: var name } => Identifiers.Pascal(name),
        _ => "Value",
    };

    private static bool Tells(UnionRule? rule, IReadOnlyList<int> places, int place) => rule switch
    {
        CaseRule @case => places[@case.Case] == place,
        KindRule kinds => new[] { kinds.Text, kinds.Number, kinds.Boolean, kinds.List, kinds.Object }.Any(k => Tells(k, places, place)),
        ValueRule values => values.Values.Items.Any(v => Tells(v.Then, places, place)) || Tells(values.Otherwise, places, place),
        FieldRule field => field.Values.Items.Any(v => Tells(v.Then, places, place)) || Tells(field.Otherwise, places, place),
        FieldKindRule field => Tells(field.Kinds, places, place),
        KeysRule keys => keys.Choices.Items.Any(c => Tells(c.Then, places, place)) || Tells(keys.Otherwise, places, place),
        ItemRule items => Tells(items.Item, places, place),
        _ => false,
    };
}

/// <summary>Writes the expression that tells a union's cases apart.</summary>
internal static class UnionExpressions
{
    public static string Write(UnionRule? rule, IReadOnlyList<int> places)
    {
        return rule switch
        {
            null => "null",
            CaseRule { Case: var @case } => places[@case] < 0 ? Json : places[@case].ToString(System.Globalization.CultureInfo.InvariantCulture),
            KindRule kinds => $"UnionRule.ByKind({Kinds(kinds)})",
            ValueRule values => $"UnionRule.ByValue({Of(values.Otherwise)}{Values(values.Values)})",
            FieldRule field => $"UnionRule.ByProperty({CSharpText.Literal(field.WireName)}, {Of(field.Otherwise)}{Values(field.Values)})",
            FieldKindRule field => $"UnionRule.ByPropertyKind({CSharpText.Literal(field.WireName)}, {Of(field.Kinds)})",
            KeysRule keys => $"UnionRule.ByKeys({Of(keys.Otherwise)}{string.Concat(keys.Choices.Items.Select(Keys))})",
            ItemRule items => $"UnionRule.ByFirstItem({Of(items.Item)}, {Of(new CaseRule(items.Empty))})",
            _ => Json,
        };

        string Of(UnionRule? inner) => Write(inner, places);

        string Kinds(KindRule kinds) => string.Join(", ", new[] { ("forString", kinds.Text), ("forNumber", kinds.Number), ("forBoolean", kinds.Boolean), ("forArray", kinds.List), ("forObject", kinds.Object) }
            .Where(k => k.Item2 is not null)
            .Select(k => $"{k.Item1}: {Of(k.Item2)}"));

        string Values(EquatableArray<UnionValue> values) => string.Concat(values.Items.Select(v => $", ({CSharpText.Literal(v.Wire)}, {Of(v.Then)})"));

        string Keys(UnionKeys keys) => $", UnionRule.{(keys.NeedsAll ? "HasAll" : "HasAny")}({Of(keys.Then)}, {string.Join(", ", keys.Keys.Items.Select(CSharpText.Literal))})";
    }

    private const string Json = "UnionRule.Ambiguous";
}
