using Kiln.Generator.Shapes.Files;
using Kiln.Generator.Text;

namespace Kiln.Generator.Emission;

/// <summary>Writes the class that takes the place of one that could not be generated. Its constructor accepts what a hand-written part of the class passes.</summary>
internal static class ClientStubTemplate
{
    public static string Write(ClientStubShape stub) => Source.Of($$"""
        /// <summary>Is empty because the document or the project has errors.</summary>
        [GeneratedCode("Kiln", null)]
        public sealed partial class {{stub.Name}}
        {
            /// <summary>Initializes a new instance.</summary>
            /// <param name="arguments">Are ignored.</param>
            public {{stub.Name}}(params object?[] arguments)
            {
            }
        }
        """);
}
