using Kiln.Generator.Tests.Driving;

namespace Kiln.Generator.Tests.Reported;

/// <summary>What a consumer of a reported document's SDK does, and what comes of it.</summary>
/// <param name="Document">The name of the document.</param>
/// <param name="Statements">See the models, the helpers of <see cref="SdkRun"/> and <c>client</c>, and end in <c>return</c> of anything.</param>
/// <param name="Expected">What is returned, as a string.</param>
/// <param name="Answer">What a server answers to each request; <see langword="null"/> if there are none.</param>
internal sealed record ReportedCase(string Document, string Statements, string Expected, string? Answer = null)
{
    /// <summary>Where the statements are, as a file that is compiled beside the SDKs.</summary>
    public string SourceAs(string method, string @namespace) => $$"""
        {{SdkRun.Usings}} using {{@namespace}}; using {{@namespace}}.Models;
        #pragma warning disable
        internal static partial class Consumer
        {
            public static async Task<object?> {{method}}(IRequestAdapter adapter)
            {
                var client = new TClient(adapter);
        {{Statements}}
            }
        }
        // A document without models has no such namespace.
        namespace {{@namespace}}.Models { }
        """;
}
