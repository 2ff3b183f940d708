using Kiln.Generator.Shapes.Files;
using Kiln.Generator.Text;

namespace Kiln.Generator.Emission;

/// <summary>Writes the class that makes credentials.</summary>
internal static class CredentialsTemplate
{
    public static string Write(CredentialsShape credentials) => Source.Of($$"""
        /// <summary>Makes the credentials of a <see cref="{{credentials.Client}}"/>. They are sent to its servers only, over https or to this machine.</summary>
        {{Docs.TypeAttributes(credentials.Doc)}}
        public static partial class {{credentials.Name}}
        {
            {{Source.Members(credentials.Factories.Select(f => Factory(f, credentials.Credential)))}}
        }
        """);

    private static string Factory(FactoryShape factory, string credential)
    {
        var form = FactoryForm.Of(factory);
        return Source.Of($$"""
            {{Docs.Write(factory.Doc, form.Summary)}}
            /// <inheritdoc cref="{{credential}}.{{form.Method}}{{form.Signature}}" path="param[@name!='scheme']|exception"/>
            {{Docs.Obsolete(factory.Doc)}}
            public static {{credential}} {{factory.Name}}({{form.Parameters}}) =>
                {{credential}}.{{form.Method}}({{factory.Scheme}}{{string.Concat(form.Arguments.Select(a => ", " + a))}});
            """);
    }
}
