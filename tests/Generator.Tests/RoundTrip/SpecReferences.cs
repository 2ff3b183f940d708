using Kiln.Generator.Specs;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Tests.RoundTrip;

/// <summary>Follows references by JSON pointers, independently of how the generator does it.</summary>
internal static class SpecReferences
{
    /// <summary>The pointer of what is at the end of the references at a pointer, or the pointer itself.</summary>
    public static string Follow(SpecMap root, string pointer)
    {
        for (var i = 0; i < 1000 && (JsonPointer.Find(root, pointer) as SpecMap)?[SpecReference.Key].AsText() is { } reference; i++)
        {
            if (SpecReference.ResolveTokens(root, reference) is not { } tokens)
                break;
            pointer = string.Concat(tokens.Select(t => "/" + JsonPointer.Escape(t)));
        }
        return pointer;
    }
}
