using System.Text;
using System.Text.RegularExpressions;

namespace Kiln.Generator.Shapes.Naming;

/// <summary>
/// Reads names of generic and nested types as words: those of C# (<c>Page&lt;Item&gt;</c>), of .NET's reflection (<c>Page`1[[Acme.Item, Acme, Version=1.0.0.0]]</c>),
/// of Python (<c>Page[Item]</c>), of Springfox (<c>Page«Item»</c>) and of ASP.NET Core (<c>PageOfstring</c>).
/// </summary>
internal static class GenericNames
{
    // A name that nests deeper is read like any other text.
    private const int MaxDepth = 20;

    // ASP.NET Core writes PagedResultOfstring and DictionaryOfstringAndint: C#'s keywords begin no word by a capital.
    private static readonly Regex KeywordArgument = new(
        @"(?<=[a-z0-9])(Of|And)(bool|byte|sbyte|char|decimal|double|float|int|uint|long|ulong|object|short|ushort|string)(?![a-z])", RegexOptions.CultureInvariant);

    /// <summary>The name with words in place of the signs; the name itself if it is not of a generic or nested type.</summary>
    /// <example><c>Dictionary&lt;string, List&lt;int&gt;&gt;</c> gives <c>Dictionary Of string And List Of int</c>.</example>
    public static string Read(string name)
    {
        if (name.IndexOfAny(['<', '[', '`', '+', '«']) < 0)
            return KeywordArgument.Replace(name, " $1 $2");
        var cursor = new Cursor(name);
        return cursor.Type(depth: 0) is { } words && cursor.IsAtEnd ? words : name;
    }

    private sealed class Cursor(string text)
    {
        private int position;

        public bool IsAtEnd => position == text.Length;

        private char Current => position < text.Length ? text[position] : '\0';

        // Head, then any of: `1, <…>, [[…]], [], +Nested, ?
        public string? Type(int depth)
        {
            if (depth > MaxDepth || Head() is not { } head)
                return null;

            var words = new StringBuilder(head);
            var isNullable = false;
            while (!IsAtEnd)
            {
                switch (Current)
                {
                    case '`':
                        position++;
                        if (!char.IsDigit(Current))
                            return null;
                        while (char.IsDigit(Current))
                            position++;
                        break;
                    case '+':
                        position++;
                        if (Head() is not { } nested)
                            return null;
                        words.Append(' ').Append(nested);
                        break;
                    case '?':
                        position++;
                        isNullable = true;
                        break;
                    case '[' when Next is ']':
                        position += 2;
                        words.Append(" Array");
                        break;
                    case '<' or '[' or '«':
                        if (Arguments(depth) is not { } arguments)
                            return null;
                        words.Append(arguments);
                        break;
                    default:
                        return Result();
                }
            }
            return Result();

            string Result() => isNullable ? "Nullable " + words : words.ToString();
        }

        private char Next => position + 1 < text.Length ? text[position + 1] : '\0';

        private string? Head()
        {
            var start = position;
            while (!IsAtEnd && Current is not ('<' or '>' or '«' or '»' or '[' or ']' or ',' or '`' or '+' or '?'))
                position++;
            var head = text.Substring(start, position - start).Trim();
            return head.Any(char.IsLetterOrDigit) ? head : null;
        }

        // None are written for an open generic type: List<> or Dictionary<,>.
        private string? Arguments(int depth)
        {
            var close = text[position++] switch { '<' => '>', '[' => ']', _ => '»' };
            var arguments = new List<string>();
            while (true)
            {
                SkipSpaces();
                if (Current is not ',' && Current != close)
                {
                    if (Argument(depth) is not { } argument)
                        return null;
                    arguments.Add(argument);
                    SkipSpaces();
                }
                if (Current == close)
                    break;
                if (Current != ',')
                    return null;
                position++;
            }
            position++;
            return arguments.Count == 0 ? "" : " Of " + string.Join(" And ", arguments);
        }

        // Reflection puts a full name in brackets, with its assembly behind a comma.
        private string? Argument(int depth)
        {
            if (Current != '[')
                return Type(depth + 1);

            position++;
            var type = Type(depth + 1);
            if (type is not null && Current == ',')
            {
                while (!IsAtEnd && Current != ']')
                    position++;
            }
            if (type is null || Current != ']')
                return null;
            position++;
            return type;
        }

        private void SkipSpaces()
        {
            while (Current == ' ')
                position++;
        }
    }
}
