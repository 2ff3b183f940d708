namespace Kiln.Tool;

/// <summary>What the process ends with; scripts and CI distinguish the outcomes by these.</summary>
internal static class ExitCodes
{
    public const int Done = 0;

    /// <summary>There is drift that fails the run: pinned files or names are not what the document gives, or two documents, or traffic and its document, differ.</summary>
    public const int Drift = 1;

    /// <summary>The command line, a path or a file's encoding is wrong: nothing could be said about the document.</summary>
    public const int Usage = 2;

    /// <summary>A document has errors, or a package has no document: it was found, and cannot be read as one.</summary>
    public const int DocumentWrong = 3;

    /// <summary>A fault of kiln itself, <c>EX_SOFTWARE</c> of sysexits.h: must not be taken for drift or for a wrong document.</summary>
    public const int Fault = 70;

    /// <summary>What a shell reports for a program that SIGINT ended.</summary>
    public const int Cancelled = 130;

    /// <summary>The part of every help page that lists them.</summary>
    public const string Help = """
        Exit codes:
          0    success: no errors; for drift, diff and observe no finding of --fail-on, for names --check no differences
          1    drift, diff and observe: a finding of --fail-on; names --check: the pinned names differ
          2    usage: the command line is invalid, or a file or revision cannot be read or written
          3    the document has errors, the package has no document, or nothing could be read of the traffic
          70   a bug in kiln itself
          130  cancelled (Ctrl-C)
        """;
}
