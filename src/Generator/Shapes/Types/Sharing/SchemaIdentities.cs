using System.Text;
using Kiln.Generator.Api.Model;
using Kiln.Generator.Collections;

namespace Kiln.Generator.Shapes.Types.Sharing;

/// <summary>
/// Gives equal schemas one number. Each schema is written once as a text that has the numbers of the schemas in it, and these texts are compared in full: the
/// time is linear in the document, however alike its schemas are, and no two schemas are taken for one because of a hash.
/// </summary>
/// <remarks>
/// The text has all that decides the C# of a type. It does not have where a schema is, nor the order of properties, values and alternatives, which documents
/// change without meaning to change anything.
/// </remarks>
internal sealed class SchemaIdentities
{
    private readonly Dictionary<Schema, int> known = new(ByReference<Schema>.Instance);
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    /// <summary>The number of a schema, whatever its title and the name that the document gives its type.</summary>
    public int Of(Schema schema)
    {
        if (!known.TryGetValue(schema, out var number))
            known.Add(schema, number = NumberOf(TextOf(schema)));
        return number;
    }

    /// <summary>The number of a schema that is a part of another, in which the name of its type is to be seen.</summary>
    public int OfPart(Schema schema) => schema is { NameOverride: null, Title: null }
        ? Of(schema)
        : NumberOf(new StringBuilder("named").Add(Of(schema)).Add(schema.NameOverride).Add(schema.Title).ToString());

    private int NumberOf(string text)
    {
        if (!numbers.TryGetValue(text, out var number))
            numbers.Add(text, number = numbers.Count);
        return number;
    }

    private string TextOf(Schema schema)
    {
        var text = new StringBuilder(schema.GetType().Name);
        switch (schema)
        {
            case ScalarSchema scalar:
                text.Add(scalar.Type).Add(scalar.Format).Add(scalar.AllowsString).Add(scalar.AllowsNamedLiterals);
                break;
            case ReferenceSchema reference:
                text.Add(reference.Pointer);
                break;
            case ArraySchema array:
                text.Add(OfPart(array.Items)).Add(array.ItemsAreNullable);
                break;
            case DictionarySchema map:
                text.Add(OfPart(map.Values)).Add(map.ValuesAreNullable);
                break;
            case TupleSchema tuple:
                foreach (var element in tuple.Elements)
                    text.Add(OfPart(element.Schema)).Add(element.IsNullable);
                break;
            case EnumSchema @enum:
                text.Add(Of(@enum.UnderlyingType));
                foreach (var value in @enum.Values.OrderBy(v => v.Wire, StringComparer.Ordinal))
                    text.Add(value.Wire).Add(value.Name).Add(value.Description).Add(value.IsString).Add(value.NameOverride);
                break;
            case ObjectSchema @object:
                AddObject(text, @object);
                break;
            case UnionSchema union:
                AddUnion(text, union);
                break;
        }
        return text.ToString();
    }

    private void AddObject(StringBuilder text, ObjectSchema schema)
    {
        if (schema.AdditionalProperties is { } extras)
            text.Add("extras").Add(OfPart(extras.Values)).Add(extras.ValuesAreNullable).Add(extras.AreOpen);
        if (schema.Inheritance is { } inheritance)
        {
            text.Add("inheritance").Add(inheritance.Base).Add(inheritance.Discriminator).Add(inheritance.Default).Add(inheritance.Discriminators).Add(inheritance.Identity);
            foreach (var derived in inheritance.Derived)
                text.Add(derived.Pointer).Add(derived.Values);
        }
        foreach (var property in schema.Properties.OrderBy(p => p.WireName, StringComparer.Ordinal))
        {
            text.Add("property").Add(property.WireName).Add(OfPart(property.Schema)).Add(property.IsRequired).Add(property.IsNullable).Add((int)property.Access)
                .Add(property.Default?.Json).Add(property.Default?.Scalar).Add(property.Description).Add(property.Deprecation).Add(property.Constant).Add(property.NameOverride);
        }
    }

    private void AddUnion(StringBuilder text, UnionSchema union)
    {
        var cases = union.Cases.Select((c, index) => (Text: TextOf(c), Index: index)).OrderBy(c => c.Text, StringComparer.Ordinal).ToList();
        var order = new int[cases.Count];
        for (var i = 0; i < cases.Count; i++)
            order[cases[i].Index] = i;

        foreach (var (@case, _) in cases)
            text.Add("case").Add(@case);
        UnionRuleText.Add(text, union, order);
    }

    private string TextOf(UnionCase @case) => new StringBuilder().Add(OfPart(@case.Schema)).Add(@case.Name).Add(@case.Identity).ToString();
}
