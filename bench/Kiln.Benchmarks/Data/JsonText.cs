using System.Globalization;
using System.Text;

namespace Kiln.Benchmarks.Data;

/// <summary>
/// Puts JSON together by hand. Not with the writer that the subjects use: what the compiler learns about that one from 100,000 events
/// that are only being made shows in what is measured afterwards.
/// </summary>
internal sealed class JsonText(int capacity)
{
    private readonly StringBuilder text = new(capacity);

    /// <summary>Adds braces, brackets, commas and names that need no escaping.</summary>
    public void Raw(string json) => text.Append(json);

    public void Value(object? value)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case bool yes:
                text.Append(yes ? "true" : "false");
                break;
            case int number:
                text.Append(number.ToString(CultureInfo.InvariantCulture));
                break;
            case string characters:
                Quoted(characters);
                break;
            default:
                throw new ArgumentException($"No form for {value.GetType().Name}.", nameof(value));
        }
    }

    public byte[] ToUtf8() => Encoding.UTF8.GetBytes(text.ToString());

    // The data is ASCII without control characters, so these two are all that JSON wants escaped.
    private void Quoted(string characters)
    {
        text.Append('"');
        if (characters.AsSpan().ContainsAny('"', '\\'))
            characters = characters.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
        text.Append(characters).Append('"');
    }
}
