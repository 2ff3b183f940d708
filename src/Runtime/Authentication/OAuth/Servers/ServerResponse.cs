using System.Text.Json;

namespace Kiln.Runtime.Authentication;

/// <summary>The members of a JSON object that an authorization server has sent, those that are texts or numbers.</summary>
internal sealed class ServerResponse
{
    private readonly Dictionary<string, string> members = new(StringComparer.Ordinal);

    private ServerResponse()
    {
    }

    /// <summary>The text of a member; null if it is absent, empty or of another kind.</summary>
    public string? this[string name] => members.TryGetValue(name, out var text) && text.Length > 0 ? text : null;

    /// <summary>Reads a body.</summary>
    /// <exception cref="JsonException">It is not a JSON object, or a text in it is not valid Unicode.</exception>
    public static ServerResponse Read(ReadOnlySpan<byte> body)
    {
        var response = new ServerResponse();
        var reader = new Utf8JsonReader(body);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("Not an object.");
        try
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString()!;
                reader.Read();
                var text = reader.TokenType switch
                {
                    JsonTokenType.String => reader.GetString(),
                    JsonTokenType.Number => System.Text.Encoding.UTF8.GetString(reader.ValueSpan),
                    _ => null,
                };
                // Of two members of one name none is better than the other.
                if (text is not null && !response.members.TryAdd(name, text))
                    throw new JsonException("A member is there twice.");
                reader.Skip();
            }
            // Whatever follows the object is an error as well.
            reader.Read();
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException("A text is not valid Unicode.", e);
        }
        return response;
    }
}
