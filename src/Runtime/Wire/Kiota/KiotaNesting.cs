using System.Collections;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Kiln.Runtime.Wire;

/// <summary>Keeps Kiota's own writers, which know no limit but that of their format, from nesting without end.</summary>
internal static class KiotaNesting
{
    // Between two models there may be a list, and Kiota's JSON writer ends at 1000 of both.
    private const int DeepestModel = Nesting.Deepest / 2 - 1;

    [ThreadStatic]
    private static int depth;

    /// <summary>Enters a model that one of Kiota's writers asks to write itself. Each call that does not throw is followed by <see cref="Leave"/>.</summary>
    /// <exception cref="ArgumentException">The model holds itself, or is nested too deeply.</exception>
    public static void Enter()
    {
        if (depth >= DeepestModel || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw Nesting.TooDeep();
        depth++;
    }

    public static void Leave() => depth--;

    /// <summary>Additional data in a form that Kiota's writers can write: they look neither at the stack nor at unpaired surrogates.</summary>
    public static IDictionary<string, object> Writable(IDictionary<string, object> data)
    {
        Dictionary<string, object>? writable = null;
        foreach (var (name, value) in data)
        {
            if (IsHarmful(value, Nesting.DeepestForKiota))
                (writable ??= new(data))[name] = JsonElementText.Clean(FreeFormJson.From(value));
        }
        return writable ?? data;
    }

    // Goes down first, so that a value that holds itself is found at once.
    private static bool IsHarmful(object? value, int levels) => value switch
    {
        null or string or byte[] => false,
        JsonElement element => JsonElementText.IsInvalid(element),
        UntypedArray list => IsHarmfulCollection(list.GetValue(), levels),
        UntypedObject map => IsHarmfulCollection(map.GetValue().Values, levels),
        IDictionary map => IsHarmfulCollection(map.Values, levels),
        ICollection list => IsHarmfulCollection(list, levels),
        _ => false,
    };

    private static bool IsHarmfulCollection(IEnumerable values, int levels)
    {
        if (levels == 0)
            return true;
        foreach (var value in values)
        {
            if (IsHarmful(value, levels - 1))
                return true;
        }
        return false;
    }
}
