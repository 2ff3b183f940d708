using System.Diagnostics;

namespace Kiln.Tool.Tests.Comparing;

/// <summary>A git repository in a folder of a test.</summary>
internal sealed class GitRepository
{
    private readonly string root;

    // In a hook of git, they say that the repository is the one of the hook, wherever a command runs.
    static GitRepository()
    {
        foreach (var name in Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(n => n.StartsWith("GIT_", StringComparison.Ordinal)))
            Environment.SetEnvironmentVariable(name, null);
    }

    public GitRepository(string root)
    {
        this.root = root;
        Run("init", "--quiet", "--initial-branch=main");
    }

    public void Commit(string message = "A change") => Run(["add", "--all"], ["commit", "--quiet", "--no-gpg-sign", "--message", message]);

    public void Run(params string[][] commands)
    {
        foreach (var command in commands)
            Run(command);
    }

    public void Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("git", ["-c", "user.name=Test", "-c", "user.email=test@kiln.example", .. arguments])
        {
            WorkingDirectory = root,
            RedirectStandardError = true,
            Environment = { ["GIT_CONFIG_GLOBAL"] = "", ["GIT_CONFIG_NOSYSTEM"] = "1" },
        };
        using var git = Process.Start(start)!;
        var errors = git.StandardError.ReadToEnd();
        git.WaitForExit();
        Assert.True(git.ExitCode == 0, errors);
    }
}
