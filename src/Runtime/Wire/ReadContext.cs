using System.Text;
using Kiln.Runtime.Contracts;

namespace Kiln.Runtime.Wire;

/// <summary>
/// What one reading of one body remembers beside the position: where in the tree it stands, and what could not be kept.
/// A class, so that it can still be asked after the reader, a ref struct, was left by an exception.
/// </summary>
internal sealed class ReadContext(ReadOptions options, long offsetBase = 0)
{
    private readonly Place[] places = new Place[options.MaxDepth + 1];
    private int depth;

    /// <summary>Bytes that stood before the JSON, such as a byte order mark.</summary>
    public long OffsetBase => offsetBase;

    public int MaxDepth => options.MaxDepth;

    /// <summary>How many values so far were left out of a typed list or map; a field sees by the difference that it must keep its JSON.</summary>
    public int Losses { get; set; }

    /// <summary>Whether the outermost object held a field that the document names, or the document names none.</summary>
    public bool KnowsRoot { get; set; }

    public bool IsAtRoot => depth == 1;

    public void Enter() => depth++;

    public void Leave() => depth--;

    public void At(string name) => places[depth - 1] = new(name, -1);

    public void At(int index) => places[depth - 1] = new(null, index);

    /// <summary>Whether anybody wants to know; saves describing what nobody hears.</summary>
    public bool Listens => options.Mode == ContractMode.Strict || options.OnViolation is not null;

    public void Report(string expected, string found, long offset)
    {
        var violation = new ContractViolation(Path(), expected, found);
        if (options.Mode == ContractMode.Strict)
            throw new WireFormatException($"expected {expected}, found {found}", violation.Path, offset, violation);
        options.OnViolation?.Invoke(violation);
    }

    public string Path()
    {
        var path = new StringBuilder("$");
        foreach (var (name, index) in places.AsSpan(0, depth))
        {
            if (name is null)
                path.Append('[').Append(index).Append(']');
            else if (IsPlain(name))
                path.Append('.').Append(name);
            else
                path.Append("['").Append(name.Replace("\\", "\\\\").Replace("'", "\\'")).Append("']");
        }
        return path.ToString();
    }

    private static bool IsPlain(string name) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    private readonly record struct Place(string? Name, int Index);
}
