using System.Runtime.CompilerServices;

namespace Kiln.Runtime.Wire;

/// <summary>
/// Extends models to check which properties a request includes, and to remove them. A property that is optional and nullable is sent once it was set, even to
/// null; a property with a default is sent once it was set, even to the default.
/// </summary>
/// <example><c>pet.IsSet(p => p.Nick)</c></example>
public static class WireModelExtensions
{
    /// <summary>Returns whether a property was set or read, so that it is written, even as null. A required property is, unless it was missing when the model was read.</summary>
    /// <param name="model">The model.</param>
    /// <param name="property">The property: <c>p => p.Nick</c>.</param>
    /// <param name="expression">Provided by the compiler.</param>
    /// <exception cref="ArgumentException"><paramref name="property"/> is not a property of the model itself.</exception>
    public static bool IsSet<TModel, TValue>(
        this TModel model, Func<TModel, TValue> property, [CallerArgumentExpression(nameof(property))] string expression = "")
        where TModel : WireModel
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(property);
        return ModelChanges.IsSet(model, NameOf(expression)) ?? property(model) is not null;
    }

    /// <summary>Removes a property: it becomes null or its default, and is not written.</summary>
    /// <param name="model">The model.</param>
    /// <param name="property">The property: <c>p => p.Nick</c>.</param>
    /// <param name="expression">Provided by the compiler.</param>
    /// <exception cref="ArgumentException">
    /// <paramref name="property"/> is not a property of the model itself, or is required.
    /// </exception>
    public static void Unset<TModel, TValue>(
        this TModel model, Func<TModel, TValue> property, [CallerArgumentExpression(nameof(property))] string expression = "")
        where TModel : WireModel
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(property);
        var name = NameOf(expression);
        if (!ModelChanges.Unset(model, name))
            throw new ArgumentException($"{name} cannot be unset: it is required.", nameof(property));
    }

    /// <summary>The property that a lambda leads to.</summary>
    internal static string NameOf(string expression)
    {
        var arrow = expression.IndexOf("=>", StringComparison.Ordinal);
        if (arrow > 0)
        {
            var parameter = expression.AsSpan(0, arrow).Trim();
            if (parameter.StartsWith("static "))
                parameter = parameter["static ".Length..].Trim();
            var body = expression.AsSpan(arrow + 2).Trim();
            var dot = body.IndexOf('.');
            if (dot > 0 && body[..dot].TrimEnd().SequenceEqual(parameter) && IsIdentifier(body[(dot + 1)..].Trim()))
                return body[(dot + 1)..].Trim().TrimStart('@').ToString();
        }
        throw new ArgumentException($"Name a property of the model itself, as in p => p.Name, in place of '{expression}'.", nameof(expression));
    }

    private static bool IsIdentifier(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c is '.' or '(' or '[' or '!' or '?' or ' ' or '"')
                return false;
        }
        return text.Length > 0;
    }
}
