using System.Text;
using Kiln.Generator.Api.Model;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Text;

namespace Kiln.Generator.Shapes.Calls.Responses;

/// <summary>What the document says of a response, as an exception or a doc comment has it.</summary>
internal static class ResponseText
{
    private const int Longest = 200;

    // What says no more than that something is an error or none, and older names of status codes.
    private static readonly HashSet<string> Trivial = new(StringComparer.OrdinalIgnoreCase)
    {
        "", "response", "error", "errorresponse", "default", "defaulterror", "defaultresponse", "unexpectederror", "unprocessableentity", "payloadtoolarge", "requestentitytoolarge", "requesturitoolong",
        "ok", "success", "successful", "successfully", "successfulresponse", "successresponse", "successfuloperation", "successfulrequest", "okresponse", "responsedescription", "defaultsuccessresponse",
        "forbiddenerror", "servererror", "internalerror", "clienterror", "notfounderror", "badrequesterror", "unauthorizederror",
    };

    /// <summary>The description in one line of at most 200 characters; empty if it says no more than the status code.</summary>
    public static string Of(Response response)
    {
        if (response.Description is not { } description)
            return "";
        var line = OneLine(PlainProse.Of(description));
        var words = Letters(line, response.Status);
        // Signs alone say something, whatever it is.
        if (line.Length > 0 && !line.Any(char.IsLetterOrDigit))
            return line;
        return Trivial.Contains(words) || words.Equals(StatusWords.Of(response.Status), StringComparison.OrdinalIgnoreCase) ? "" : line;
    }

    /// <summary>What the document says of an operation's successes, each behind its status code; empty if it says no more than these do.</summary>
    /// <example>200: The pet. 202: It will be made.</example>
    public static string OfSuccesses(Operation operation) => string.Join(" ", operation.Successes
        .Concat(operation.EmptyResponses.Where(r => r.IsNotModified))
        .Select(r => (r.Status, Text: Of(r)))
        .Where(r => r.Text.Length > 0)
        .Select(r => (r.Status == "default" ? "" : $"{r.Status}: ") + r.Text + (r.Text[r.Text.Length - 1] is '.' or '!' or '?' or '…' ? "" : ".")));

    // White space folded, and cut where a character ends.
    private static string OneLine(string text)
    {
        var line = new StringBuilder();
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c) && !char.IsControl(c))
                line.Append(c);
            else if (line.Length > 0 && line[line.Length - 1] != ' ')
                line.Append(' ');
            if (line.Length > Longest)
                break;
        }
        var whole = line.ToString().TrimEnd();
        if (whole.Length <= Longest)
            return whole;
        var end = Longest - 1;
        return whole.Substring(0, char.IsHighSurrogate(whole[end - 1]) ? end - 1 : end).TrimEnd() + "…";
    }

    // "404 Not found." says no more than "Not Found".
    private static string Letters(string text, string status)
    {
        var letters = new string([.. text.Where(char.IsLetterOrDigit)]);
        return letters.StartsWith(status, StringComparison.OrdinalIgnoreCase) ? letters.Substring(status.Length) : letters;
    }
}
