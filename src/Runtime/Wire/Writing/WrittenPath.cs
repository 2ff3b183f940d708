using System.Runtime.InteropServices;
using System.Text.Json;

namespace Kiln.Runtime.Wire;

/// <summary>
/// Finds where in a value a writer is from the JSON that it has written, for the message of an exception: writing needs no path, and so keeps none.
/// </summary>
internal static class WrittenPath
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = int.MaxValue, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The path of the value that would be written next.</summary>
    /// <param name="json">The beginning of a JSON text, which ends where that value, or its name, would stand.</param>
    /// <param name="name">The name, if it was not written.</param>
    public static string Of(ReadOnlySpan<byte> json, string? name)
    {
        var places = new List<Place>();
        var reader = new Utf8JsonReader(json, isFinalBlock: false, new(Options));
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    CollectionsMarshal.AsSpan(places)[^1].Name = (int)reader.TokenStartIndex..(int)reader.BytesConsumed;
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    places.RemoveAt(places.Count - 1);
                    break;
                default:
                    Count(places);
                    if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                        places.Add(new(reader.TokenType == JsonTokenType.StartArray));
                    break;
            }
        }
        Count(places);

        var path = new PathSegment[places.Count];
        for (var i = 0; i < path.Length; i++)
            path[i] = places[i].IsList ? new(null, null, places[i].Index) : new(null, i == path.Length - 1 && name is not null ? name : NameIn(json[places[i].Name]), -1);
        return JsonPathText.Of(path);
    }

    // A value begins.
    private static void Count(List<Place> places)
    {
        if (places.Count > 0)
            CollectionsMarshal.AsSpan(places)[^1].Index++;
    }

    // What is between the quotes may have escapes.
    private static string NameIn(ReadOnlySpan<byte> member)
    {
        var reader = new Utf8JsonReader(member[..(member.LastIndexOf((byte)'"') + 1)]);
        reader.Read();
        return reader.GetString()!;
    }

    /// <summary>An object or list that was begun.</summary>
    private struct Place(bool isList)
    {
        public readonly bool IsList = isList;

        /// <summary>Where its last name stands.</summary>
        public Range Name;

        /// <summary>The number of its last value, from 0.</summary>
        public int Index = -1;
    }
}
