using System.Text;
using Kiln.Generator.Shapes.Files;

namespace Kiln.Generator.Emission;

/// <summary>Writes the two methods by which a model reads one of its fields and writes a group of them.</summary>
/// <remarks>
/// The just-in-time compiler does not optimize methods above 60,000 bytes, so that those of large models are taken apart.
/// </remarks>
internal static class FieldAccessTemplate
{
    private const int FieldsOfMethod = 192;
    private const int GroupsOfMethod = FieldsOfMethod / FieldGroups.Size;

    // case 0: Name = reader.String(); break;
    public static string Read(ModelShape model) => Methods(model, new(
        "ReadField", "field", "ref WireReader reader", "ref reader", FieldsOfMethod, model.Inheritance?.InheritedFields ?? 0,
        Own(model).Select((f, i) => $"case {{0}}: {Target(f)} = reader.{ReadCall(f)}; break;").ToList()));

    // writer.String(Name);
    public static string Write(ModelShape model)
    {
        var calls = Own(model).Select(f => $"writer.{WriteCall(f)};").ToList();
        if (calls.Count <= FieldGroups.Size && model.Inheritance?.Base is null)
            return calls.Count == 0 ? "" : $"{Doc}\nprotected override void WriteFields(int group, WireWriter writer)\n{{\n{Lines(calls, 1)}}}";
        var groups = Enumerable.Range(0, FieldGroups.Count(calls.Count))
            .Select(g => $"case {{0}}:\n{Lines(calls.Skip(g * FieldGroups.Size).Take(FieldGroups.Size), 1)}    break;")
            .ToList();
        return Methods(model, new("WriteFields", "group", "WireWriter writer", "writer", GroupsOfMethod, model.Inheritance?.BaseGroups ?? 0, groups));
    }

    private const string Doc = "/// <inheritdoc/>";

    private static string Methods(ModelShape model, Parts parts)
    {
        if (parts.Cases.Count == 0)
            return "";
        var head = $"{Doc}\nprotected override void {parts.Method}(int {parts.Number}, {parts.Parameter})\n{{\n";
        var baseCall = model.Inheritance?.Base is null ? "" : $"base.{parts.Method}({parts.Number}, {parts.Argument});";
        if (parts.Cases.Count <= parts.OfMethod)
            return head + Indented(Switch(parts, 0, baseCall)) + "}";

        var text = new StringBuilder(head);
        if (baseCall.Length > 0)
            text.Append($"    if ({parts.Number} < {parts.First})\n    {{\n        {baseCall}\n        return;\n    }}\n");
        var number = parts.First == 0 ? parts.Number : $"({parts.Number} - {parts.First})";
        text.Append($"    switch ({number} / {parts.OfMethod})\n    {{\n");
        var count = (parts.Cases.Count + parts.OfMethod - 1) / parts.OfMethod;
        for (var i = 0; i < count; i++)
            text.Append($"        case {i}: {parts.Method}{i + 1}({parts.Number}, {parts.Argument}); break;\n");
        text.Append("    }\n}");
        for (var i = 0; i < count; i++)
            text.Append($"\n\nprivate void {parts.Method}{i + 1}(int {parts.Number}, {parts.Parameter})\n{{\n{Indented(Switch(parts, i * parts.OfMethod, ""))}}}");
        return text.ToString();
    }

    private static string Switch(Parts parts, int start, string baseCall)
    {
        var text = new StringBuilder($"switch ({parts.Number})\n{{\n");
        for (var i = start; i < Math.Min(start + parts.OfMethod, parts.Cases.Count); i++)
            text.Append(Indented(parts.Cases[i].Replace("{0}", (parts.First + i).ToString(System.Globalization.CultureInfo.InvariantCulture)) + "\n"));
        if (baseCall.Length > 0)
            text.Append($"    default: {baseCall} break;\n");
        return text.Append("}\n").ToString();
    }

    private static string Indented(string lines) => "    " + lines.TrimEnd('\n').Replace("\n", "\n    ") + "\n";

    private static string Lines(IEnumerable<string> lines, int depth) => string.Concat(lines.Select(l => $"{new string(' ', depth * 4)}{l}\n"));

    private static IEnumerable<FieldShape> Own(ModelShape model) => model.Fields.Skip(model.Inheritance?.InheritedFields ?? 0);

    private static string ReadCall(FieldShape field) =>
        field.Access.Method + (field.IsNullableValue ? "OrNull" : "") + (field.Access.TypeArgument.Length > 0 ? $"<{field.Access.TypeArgument}>" : "") + $"({field.Access.Wire})";

    private static string WriteCall(FieldShape field) => $"{field.Access.Method}({field.Access.Wire}{(field.Access.Wire.Length > 0 ? ", " : "")}{Target(field)})";

    // What is read and written is the field behind the property, where there is one: its setter says that a caller has set it.
    private static string Target(FieldShape field)
    {
        var member = field.Storage switch
        {
            AssignedStorage { Backing: var backing } => backing,
            TrackedStorage { Backing: var backing } => backing,
            DefaultedStorage { Backing: var backing } => backing,
            _ => field.Name,
        };
        return member is "field" or "@field" or "group" or "@group" or "reader" or "writer" ? $"this.{member}" : member;
    }

    /// <param name="Method">The method's name.</param>
    /// <param name="Number">Its parameter that says what is read or written.</param>
    /// <param name="Parameter">Its other parameter.</param>
    /// <param name="Argument">That as an argument.</param>
    /// <param name="OfMethod">How many cases one method has at most.</param>
    /// <param name="First">The number of the first case.</param>
    /// <param name="Cases">The cases, with a hole for the number.</param>
    private sealed record Parts(string Method, string Number, string Parameter, string Argument, int OfMethod, int First, IReadOnlyList<string> Cases);
}
