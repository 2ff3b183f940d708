using System.Text;
using Kiln.Generator.Shapes.Files;
using Kiln.Generator.Text;

namespace Kiln.Generator.Emission;

/// <summary>Writes the table of a model's fields: their names on the wire, and what the document says of each.</summary>
internal static class FieldTableTemplate
{
    private const int LineLength = 110;

    // new WireFields(CreateFromDiscriminatorValue)
    //     .Required("id", "name")
    public static string Write(ModelShape model, bool isIdentified) =>
        $"new WireFields({(isIdentified ? $"static {(model.HasRequiredMembers ? $"n => new {model.Name}(n)" : $"_ => new {model.Name}()")}" : "CreateFromDiscriminatorValue")})" +
        (model.Inheritance?.Base is { } above ? $"\n    .Inherit<{above}>()" : "") +
        Fields(model) + Extras(model) + Leading(model) + Derived(model);

    private static string Fields(ModelShape model)
    {
        var text = new StringBuilder();
        var own = model.Fields.Skip(model.Inheritance?.InheritedFields ?? 0).ToList();
        for (var start = 0; start < own.Count;)
        {
            var end = start + 1;
            while (end < own.Count && AreAlike(own[start], own[end]))
                end++;
            Append(text, own[start].Presence, own.Skip(start).Take(end - start).Select(f => f.IsNamed ? $"{f.WireName}\t{f.Name.TrimStart('@')}" : f.WireName));
            text.Append(own[start].IsReadOnly ? ".ReadOnly()" : "").Append(own[start].HasNullValue ? ".NullIsValue()" : "").Append(own[start].IsInitial ? ".Initial()" : "");
            start = end;
        }
        return text.ToString();
    }

    private static bool AreAlike(FieldShape one, FieldShape other) =>
        one.Presence == other.Presence && one.IsReadOnly == other.IsReadOnly && one.HasNullValue == other.HasNullValue && one.IsInitial == other.IsInitial;

    // .Required("id", "name")
    private static void Append(StringBuilder text, string method, IEnumerable<string> names)
    {
        text.Append("\n    .").Append(method).Append('(');
        var (lineStart, isFirst) = (text.Length - method.Length, true);
        foreach (var name in names.Select(CSharpText.Literal))
        {
            if (!isFirst)
                text.Append(',');
            if (!isFirst && text.Length - lineStart + name.Length > LineLength)
            {
                text.Append("\n        ");
                lineStart = text.Length;
            }
            else if (!isFirst)
            {
                text.Append(' ');
            }
            text.Append(name);
            isFirst = false;
        }
        text.Append(')');
    }

    // .AdditionalProperties(WireType.Int32, static m => ((Labels)m).additionalProperties, static m => ((Labels)m).AdditionalProperties)
    private static string Extras(ModelShape model)
    {
        if (model.Extras is not { } extras || model.Inheritance is { BaseHasExtras: true })
            return "";
        var method = extras.AreOpen ? "PatternProperties" : "AdditionalProperties";
        return $"\n    .{method}({extras.Wire}, static m => (({model.Name})m).{extras.Backing}, static m => (({model.Name})m).{extras.Name})";
    }

    // .First("petType")
    private static string Leading(ModelShape model) =>
        model.Leading.Count > 0 ? $"\n    .First({string.Join(", ", model.Leading.Select(CSharpText.Literal))})" : "";

    // .Discriminator("petType").Derived<Cat>("cat")
    private static string Derived(ModelShape model) => model.Inheritance is { IsBase: true } inheritance
        ? $"\n    .Discriminator({CSharpText.Literal(inheritance.Discriminator)})" +
          string.Concat(inheritance.Derived.Select(d => $"\n    .Derived<{d.Type}>({string.Join(", ", d.Values.Select(CSharpText.Literal))})")) +
          (inheritance.DefaultDerived is { } other ? $"\n    .DefaultDerived<{other}>()" : "")
        : "";
}
