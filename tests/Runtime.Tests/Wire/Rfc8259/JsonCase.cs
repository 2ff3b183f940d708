using System.Text;

namespace Kiln.Runtime.Tests.Wire.Rfc8259;

/// <summary>What RFC 8259 says of a text.</summary>
internal enum Verdict
{
    /// <summary>It is JSON, and every parser must take it (section 9).</summary>
    Accepted,

    /// <summary>It is no JSON.</summary>
    Refused,

    /// <summary>A parser may take it or not: limits, byte order marks, text that is not valid Unicode.</summary>
    Either,
}

/// <summary>A text, and what the RFC says of it.</summary>
/// <param name="Rule">The rule that it is about.</param>
/// <param name="Verdict">What it must come to.</param>
/// <param name="Bytes">The text.</param>
internal sealed record JsonCase(string Rule, Verdict Verdict, byte[] Bytes)
{
    /// <summary>Cases of one rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="verdict">What all of them come to.</param>
    /// <param name="texts">The texts; they are encoded in UTF-8.</param>
    public static IEnumerable<JsonCase> Of(string rule, Verdict verdict, params string[] texts) =>
        texts.Select(t => new JsonCase(rule, verdict, Encoding.UTF8.GetBytes(t)));

    /// <summary>The same for texts that are not UTF-8: each character is a byte.</summary>
    public static IEnumerable<JsonCase> OfBytes(string rule, Verdict verdict, params string[] texts) =>
        texts.Select(t => new JsonCase(rule, verdict, Encoding.Latin1.GetBytes(t)));

    public override string ToString() => $"{Rule}: {Verdict} {Encoding.Latin1.GetString(Bytes)}";
}
