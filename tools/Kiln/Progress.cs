using Spectre.Console;

namespace Kiln.Tool;

/// <summary>Shows a person what kiln is at; says nothing to a file or a pipe.</summary>
internal static class Progress
{
    /// <summary>Runs a step while a line says so, which is gone afterwards.</summary>
    /// <param name="step">What is done, such as <c>Compiling 12 files</c>.</param>
    public static T Show<T>(KilnConsole console, string step, Func<T> action)
    {
        if (!console.IsWatched)
            return action();

        var status = Terminal(console).Status().Spinner(Spinner.Known.Line);
        return status.Start(Markup.Escape($"{step} ..."), _ => action());
    }

    /// <summary>Gives the cursor back where a step is left to itself: its own end may not come any more.</summary>
    public static void Abandon(KilnConsole console)
    {
        if (console.IsWatched)
            Terminal(console).Cursor.Show();
    }

    private static IAnsiConsole Terminal(KilnConsole console) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(console.Error),
        // What a terminal can do is asked of the process's own only; a test's is one that can.
        Ansi = ReferenceEquals(console.Error, Console.Error) ? AnsiSupport.Detect : AnsiSupport.Yes,
        Interactive = InteractionSupport.Yes,
        ColorSystem = string.IsNullOrEmpty(console.NoColor) ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
    });
}
