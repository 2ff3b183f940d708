using Kiln.Generator.Api.Model;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Text;

namespace Kiln.Generator.Shapes.Types.Values;

/// <summary>How enums and their values look in C#.</summary>
internal static class EnumTypes
{
    /// <summary>The struct of an enum.</summary>
    public static EnumType Of(TypeName name, EnumSchema schema) => new(name, Primitives.Of(schema.UnderlyingType));

    /// <summary>The name wanted for a value: <c>Value1</c>, <c>Minus1</c> and <c>Value0Point5</c> for numbers that the document gives no word.</summary>
    public static WantedName NameOf(EnumValue value)
    {
        if (value.NameOverride is not null || value.Name is not null || value.IsString || value.Wire is "true" or "false")
            return WantedName.Of(value.Name ?? value.Wire, value.NameOverride);

        var digits = value.Wire.TrimStart('-').Replace(".", "Point").Replace("E+", "E").Replace("e+", "E").Replace("E-", "EMinus").Replace("e-", "EMinus");
        return WantedName.Of("V" + digits).In(name => (value.Wire[0] == '-' ? "Minus" : "Value") + name.Substring(1));
    }

    /// <summary>The value as an expression of the carrier's type, or one that C# makes it of.</summary>
    public static string Write(EnumValue value, Primitive underlying)
    {
        if (value.IsString)
            return CSharpText.Literal(value.Wire);

        return underlying.CSharp switch
        {
            "JsonLiteral" when value.Wire is "true" or "false" => value.Wire,
            "JsonLiteral" => $"JsonLiteral.Parse({CSharpText.Literal(value.Wire)})",
            "decimal" => value.Wire + "m",
            "double" => value.Wire + "d",
            "float" => value.Wire + "f",
            _ => value.Wire,
        };
    }
}
