using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;

namespace ThreatEvents.CommandLine;

/// <summary>The version and nothing else, without the commit that the build appends.</summary>
internal sealed class VersionOutput : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        var version = typeof(VersionOutput).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        parseResult.InvocationConfiguration.Output.WriteLine(version.Split('+')[0]);

        return ExitCode.Done;
    }
}
