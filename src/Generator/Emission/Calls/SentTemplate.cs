using Kiln.Generator.Shapes.Files;
using Kiln.Generator.Text;

namespace Kiln.Generator.Emission;

/// <summary>Writes the calls of the runtime that write parameters into requests.</summary>
internal static class SentTemplate
{
    /// <summary>The call for a parameter that need not be given, whose value may be null.</summary>
    /// <example><c>AppendQueryList("tags", WireType.String, Tags, ParameterStyle.Form)</c></example>
    public static string Optional(SentShape sent, string value) => sent.Place switch
    {
        SentPlace.Header or SentPlace.Cookie => Call("Add" + sent.Place, sent, value),
        _ => Call("Append" + sent.Place, sent, value),
    };

    /// <summary>The call for a parameter that must be given, and is an argument.</summary>
    /// <example><c>AppendQuery("name", WireType.String, RequireArgument(name))</c></example>
    public static string Required(ArgumentShape argument) => argument.Sent.Place switch
    {
        SentPlace.Header or SentPlace.Cookie => Call("With" + argument.Sent.Place, argument.Sent, argument.Name),
        _ => Optional(argument.Sent, argument.IsReference ? $"RequireArgument({argument.Name})" : argument.Name),
    };

    private static string Call(string method, SentShape sent, string value)
    {
        var style = sent.Style is null ? "" : $", ParameterStyle.{sent.Style}";
        var options = (sent.AllowsReserved ? ", allowReserved: true" : "") + (sent.AllowsEmpty ? ", allowEmpty: true" : "");
        return $"{method}({CSharpText.Literal(sent.WireName)}, {sent.Wire}, {value}{style}{options})";
    }
}
