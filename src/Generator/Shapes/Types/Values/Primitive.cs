namespace Kiln.Generator.Shapes.Types.Values;

/// <summary>The C# type of a scalar.</summary>
/// <example><c>string</c> of format <c>date-time</c> is a <c>DateTimeOffset</c>, read and written by <c>WireType.DateTime</c>.</example>
/// <param name="Type">The schema's type.</param>
/// <param name="Format">The schema's format; <see langword="null"/> for none and for those that are not in the table.</param>
/// <param name="CSharp">The C# type.</param>
/// <param name="Wire">The member of <c>WireType</c> that reads and writes it.</param>
/// <param name="EmptyValue">The value of a required field that a service left out; empty where that is <c>default</c>.</param>
/// <param name="Namespace">The namespace that the C# type needs; empty for keywords.</param>
internal sealed record Primitive(string Type, string? Format, string CSharp, string Wire, string EmptyValue = "", string Namespace = "")
{
    public bool IsValueType => EmptyValue.Length == 0;

    /// <summary>Whether it reads <c>NaN</c>, <c>Infinity</c> and <c>-Infinity</c>.</summary>
    public bool AllowsNamedLiterals { get; private init; }

    /// <summary>The same for URLs and headers, where a number is text in any case; <see langword="null"/> if that makes no difference.</summary>
    public Primitive? InText { get; private init; }

    /// <summary>The same number with other spellings in JSON.</summary>
    /// <param name="allowsString">Whether it may be a string.</param>
    /// <param name="allowsNamedLiterals">Whether it may be none, by the names that .NET gives those.</param>
    public Primitive Spelled(bool allowsString, bool allowsNamedLiterals)
    {
        var number = allowsNamedLiterals ? this with { Wire = $"WithNamedLiterals(WireType.{Wire})", AllowsNamedLiterals = true } : this;
        return allowsString ? number with { Wire = $"NumberOrString(WireType.{number.Wire})", InText = number } : number;
    }
}
