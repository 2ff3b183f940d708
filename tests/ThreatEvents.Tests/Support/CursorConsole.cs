using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace ThreatEvents.Tests.Support;

/// <summary>A console whose pages are found by their cursors, so that any number of runs can read on in it.</summary>
internal static class CursorConsole
{
    private const string Prefix = "page-";

    /// <summary>Serves pages of events.</summary>
    /// <param name="pages">The events of each, as JSON text.</param>
    /// <param name="answerInstead">Is given the page that is asked for (from 0); true where it has answered that request itself.</param>
    public static Task<ScriptedConsole> StartAsync(IReadOnlyList<string[]> pages, Func<int, HttpContext, Task<bool>> answerInstead) =>
        ScriptedConsole.StartAsync(async (_, context) =>
        {
            var number = NumberOf(context);
            if (!await answerInstead(number, context))
                await ScriptedConsole.Answer(context, 200, "application/json", BodyOf(pages, number));
        });

    /// <summary>The body of a page.</summary>
    public static byte[] BodyOf(IReadOnlyList<string[]> pages, int number) =>
        Encoding.UTF8.GetBytes(ScriptedConsole.PageOf(pages[number], number + 1 < pages.Count ? $"{Prefix}{number + 1}" : null));

    private static int NumberOf(HttpContext context) =>
        context.Request.Query["cursor"].ToString() is { Length: > 0 } cursor ? int.Parse(cursor[Prefix.Length..], CultureInfo.InvariantCulture) : 0;
}
