using ThreatEvents.Output;

namespace ThreatEvents.Running;

/// <summary>What the command says to the person, on standard error. Safe for all threads: retries are told from the thread of the request.</summary>
internal sealed class Messages(Surroundings surroundings)
{
    private const string EraseLine = "\r\u001b[K";

    private readonly Lock gate = new();
    private bool progressIsShown;

    /// <summary>A sentence that stays, on a line of its own. Values in it may come from anywhere: line breaks and escape sequences show as escapes.</summary>
    public void Say(string sentence)
    {
        lock (gate)
        {
            ClearProgress();
            Write(SafeText.OneLine(sentence) + Environment.NewLine);
        }
    }

    /// <summary>A sentence for a person at a terminal that a log file can do without.</summary>
    public void SayAtTerminal(string sentence)
    {
        if (surroundings.ErrorIsTerminal)
            Say(sentence);
    }

    /// <summary>How far it is, on a line that the next one replaces; only at a terminal.</summary>
    public void ShowProgress(string text)
    {
        if (!surroundings.ErrorIsTerminal)
            return;

        lock (gate)
        {
            Write(EraseLine + text);
            progressIsShown = true;
        }
    }

    public void ClearProgress()
    {
        lock (gate)
        {
            if (!progressIsShown)
                return;

            Write(EraseLine);
            progressIsShown = false;
        }
    }

    private void Write(string text)
    {
        try
        {
            surroundings.Error.Write(text);
        }
        catch (IOException)
        {
            // Nobody is left to tell; the exit code still says how it went.
        }
    }
}
