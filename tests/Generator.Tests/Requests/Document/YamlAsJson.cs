using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Kiln.Generator.Tests.Requests.Document;

/// <summary>Reads YAML as JSON, by the core schema of YAML 1.2. It shares no code with the generator's reader.</summary>
internal static partial class YamlAsJson
{
    public static JsonElement Read(string text)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new() { SkipValidation = true }))
        {
            // The parser refuses a block scalar whose blank lines hold more spaces than its text.
            var parser = new Parser(new StringReader(BlankLine().Replace(text, "")));
            parser.Consume<StreamStart>();
            parser.Consume<DocumentStart>();
            Write(parser, json, []);
        }
        return JsonDocument.Parse(buffer.ToArray(), new() { MaxDepth = 500 }).RootElement;
    }

    private static void Write(IParser parser, Utf8JsonWriter json, Dictionary<AnchorName, Scalar> anchors)
    {
        switch (parser.Current)
        {
            case Scalar scalar:
                parser.MoveNext();
                if (!scalar.Anchor.IsEmpty)
                    anchors[scalar.Anchor] = scalar;
                WriteScalar(scalar, json);
                break;
            case AnchorAlias alias:
                parser.MoveNext();
                WriteScalar(anchors[alias.Value], json);
                break;
            case SequenceStart:
                parser.MoveNext();
                json.WriteStartArray();
                while (parser.Current is not SequenceEnd)
                    Write(parser, json, anchors);
                parser.MoveNext();
                json.WriteEndArray();
                break;
            case MappingStart:
                parser.MoveNext();
                json.WriteStartObject();
                while (parser.Current is not MappingEnd)
                {
                    json.WritePropertyName(parser.Consume<Scalar>().Value);
                    Write(parser, json, anchors);
                }
                parser.MoveNext();
                json.WriteEndObject();
                break;
            default:
                throw new InvalidOperationException($"Unexpected in YAML: {parser.Current}");
        }
    }

    private static void WriteScalar(Scalar scalar, Utf8JsonWriter json)
    {
        var text = scalar.Value;
        if (scalar.Style != ScalarStyle.Plain)
            json.WriteStringValue(text);
        else if (text is "" or "~" or "null" or "Null" or "NULL")
            json.WriteNullValue();
        else if (text is "true" or "True" or "TRUE" or "false" or "False" or "FALSE")
            json.WriteBooleanValue(text[0] is 't' or 'T');
        else if (JsonNumber().IsMatch(text))
            json.WriteRawValue(text);
        else
            json.WriteStringValue(text);
    }

    [GeneratedRegex(@"^[ \t]+$", RegexOptions.Multiline)]
    private static partial Regex BlankLine();

    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?$")]
    private static partial Regex JsonNumber();
}
