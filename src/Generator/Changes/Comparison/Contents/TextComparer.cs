using Kiln.Generator.Changes.Comparison.Values;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Changes.Comparison.Contents;

/// <summary>Compares what is written for people.</summary>
internal static class TextComparer
{
    private const int MaxLength = 200;

    private static readonly (string Key, string Aspect)[] Texts = [("summary", Aspects.Summary), ("description", Aspects.Description)];

    /// <summary>Compares the texts of an object that both documents have.</summary>
    public static void Compare(ComparisonContext context, ComparedObject compared)
    {
        if (compared is not { Old: { } old, Current: { } current })
            return;
        foreach (var (key, aspect) in Texts)
        {
            var (before, after) = (Read(old[key]), Read(current[key]));
            if (before != after && compared.At(key).Compared(aspect, Short(before), Short(after)) is { } difference)
                context.Add(difference);
        }
    }

    // As YAML may fold it: white space is none of the text.
    private static string? Read(SpecNode? node) =>
        node.AsText() is { } text && string.Join(" ", text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } line ? line : null;

    private static string? Short(string? text) => text is null ? null : ShortText.Of(text, MaxLength);
}
