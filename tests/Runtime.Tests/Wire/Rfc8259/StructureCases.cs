using static Kiln.Runtime.Tests.Wire.Rfc8259.JsonCase;
using static Kiln.Runtime.Tests.Wire.Rfc8259.Verdict;

namespace Kiln.Runtime.Tests.Wire.Rfc8259;

/// <summary>Sections 2 to 5: tokens, white space, literals, objects and arrays.</summary>
internal static class StructureCases
{
    private const int AllowedDepth = 64;

    public static IEnumerable<JsonCase> All =>
    [
        .. Of("any value is a text", Accepted, "true", "false", "null", "0", "\"\"", "[]", "{}", "-1.5e3", "\"a\""),
        .. Of("one value is a text", Refused, "", " ", "\n\n", "1 2", "true false", "[] []", "{}{}", "[],", ",[]", "\"a\"\"b\"", "null,", "[]]", "{}}", "{}["),
        .. Of("literals are in lower case and whole", Refused, "True", "FALSE", "nUll", "tru", "fals", "nul", "n", "t", "f", "truee", "nulll", "true1", "undefined", "yes", "None", "nan"),
        .. Of("literals in values", Accepted, "[true,false,null]", "{\"a\":true,\"b\":false,\"c\":null}"),
        .. Of("literals in values are whole", Refused, "[tru]", "[nul]", "[truefalse]", "{\"a\":fals}", "[true false]"),
        .. Of("white space is four characters", Accepted, " 1 ", "\t1\t", "\n1\n", "\r1\r", " \t\r\n[ \t\r\n1 \t\r\n, \t\r\n2 \t\r\n] \t\r\n", "{ \"a\" : 1 , \"b\" : 2 }", "\r\n{\r\n}\r\n", "[ ]"),
        .. Of("nothing else is white space", Refused, "\f1", "[\v1]", "[1\u00a0]", "\u2028[]", "[]\u3000", "\u200b1", "[\u2003]", "[1]\0", "\0[1]", "\u0085 1", "[\b]"),
        .. Of("no comments", Refused, "// a\n1", "/* a */ 1", "[1 /* a */]", "[1] // a", "# a\n1", "{\"a\":1 // b\n}", "<!-- a --> 1", "[1]/", "[1]//", "/"),
        .. Of("arrays", Accepted, "[1]", "[1,2,3]", "[[]]", "[[],[],[[]]]", "[{}]", "[null,1,\"1\",{}]", "[\"\"]", "[[[[[[[[[[]]]]]]]]]]", "[0,-0,0.0]"),
        .. Of("arrays have one comma between values", Refused, "[1,]", "[,1]", "[,]", "[1,,2]", "[1 2]", "[1;2]", "[1:2]", "[\"a\" \"b\"]", "[[] []]", "[1,,]", "[\"a\":1]", "[{}{}]", "[1,\n]", "[,,]"),
        .. Of("arrays end", Refused, "[", "[1", "[1,", "[[]", "[\"a\"", "[1}", "[}", "[[1]", "[{}", "[null,[", "[\n", "[\"a\",\n1\n,1,", "]", "[]["),
        .. Of("objects", Accepted, "{\"a\":1}", "{\"a\":{}}", "{\"\":0}", "{\"a\":[{}]}", "{\"a\":1,\"b\":2}", "{\"a\":{\"a\":{\"a\":[]}}}", "{\" \":1}", "{\"\\u0061\":1}", "{\"{\":\"}\"}", "{\"é\":1,\"日本\":2}"),
        .. Of("names need not differ", Accepted, "{\"a\":1,\"a\":2}", "{\"a\":1,\"\\u0061\":2}", "{\"a\":{},\"a\":[],\"a\":null}", "{\"\":1,\"\":1}"),
        .. Of("names are strings", Refused, "{a:1}", "{1:1}", "{'a':1}", "{null:1}", "{true:1}", "{[]:1}", "{{}:1}", "{-1:1}", "{\"a:1}", "{a\":1}", "{\"a\\\":1}"),
        .. Of("objects have a colon and one comma between members", Refused,
            "{\"a\"}", "{\"a\":}", "{\"a\" 1}", "{\"a\"::1}", "{\"a\",1}", "{:1}", "{\"a\":1,}", "{,\"a\":1}", "{\"a\":1 \"b\":2}", "{\"a\":1,,\"b\":2}", "{\"a\":1;\"b\":2}", "{\"a\"=1}", "{\"a\":1:2}", "{,}", "{\"a\":\"b\",\"c\"}", "{\"a\":1 2}"),
        .. Of("objects end", Refused, "{", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,", "{\"a\":1]", "{]", "}", "{\"a\":{", "{\"a\":[}", "{\"a\":[1,2}", "{\"a\":[}]", "{\"a\":\"b"),
        .. Of("nesting", Accepted, Nested(AllowedDepth, "[", "", "]"), Nested(AllowedDepth - 1, "{\"a\":", "{}", "}"), Nested(AllowedDepth / 2, "{\"a\":[", "", "]}")),
        .. Of("nesting may be limited", Either, Nested(AllowedDepth + 1, "[", "", "]"), Nested(500, "[", "", "]"), Nested(100_000, "[", "", "]"), Nested(1000, "{\"a\":", "1", "}")),
        .. Of("nesting ends", Refused, Nested(AllowedDepth, "[", "", ""), Nested(AllowedDepth, "{\"a\":", "", ""), Nested(100_000, "[", "", ""), Nested(5000, "[{\"\":", "", ""), Nested(20, "[", "]", "")),
        .. OfBytes("a byte order mark may be refused", Either, "\u00ef\u00bb\u00bf[]", "\u00ef\u00bb\u00bf{}", "\u00ef\u00bb\u00bf\u00ef\u00bb\u00bf1"),
        .. OfBytes("a byte order mark alone is no text", Refused, "\u00ef\u00bb\u00bf", "\u00ef\u00bb", "\u00ef", "[\u00ef\u00bb\u00bf]", "\u00bb\u00bf1"),
        .. OfBytes("text between systems is UTF-8", Refused, "\u00ff\u00fe1\0", "\u00fe\u00ff\01", "[\01\0]\0", "\0[\0]", "1\0\0\0"),
        .. Of("other notations are no JSON", Refused, "<a/>", "a: 1", "(1)", "[1)", "{\"a\":(1)}", "$1", "@", "a", "\\u0031", "[\\n]", "*", "[*]", "&quot;a&quot;", "{\"a\":1}garbage", "[1]x"),
    ];

    public static string Nested(int levels, string open, string inner, string close) =>
        string.Concat(Enumerable.Repeat(open, levels)) + inner + string.Concat(Enumerable.Repeat(close, levels));
}
